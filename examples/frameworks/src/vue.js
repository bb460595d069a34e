import { createApp } from 'vue';
import './knowledge-bank.js';
import Page from './Page.vue';

createApp(Page).mount('#app');
