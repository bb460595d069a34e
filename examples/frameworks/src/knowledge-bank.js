import { setDefaultApi } from '@km-laas/widgets';
import '@km-laas/widgets/elements/faq-list/faq-list.define';
import '@km-laas/widgets/elements/status-strip/status-strip.define';

// A running knowledge bank: `npm start` in the root of the repository.
setDefaultApi(import.meta.env.VITE_KM_API ?? 'http://localhost:1337');
