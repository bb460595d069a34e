import { connectBuilder } from './builder.js';
import { connectCheck } from './check.js';
import { translations } from './translations/index.js';

const language = document.documentElement.lang === 'en' ? 'en' : 'th';
connectBuilder(translations[language], language);
connectCheck(translations[language]);
