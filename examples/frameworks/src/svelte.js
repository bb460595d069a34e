import { mount } from 'svelte';
import './knowledge-bank.js';
import Page from './Page.svelte';

mount(Page, { target: document.getElementById('app') });
