import { createRequire } from 'node:module';
import { join } from 'node:path';
import { cms } from '../paths.mjs';
import { loadStrapi } from '../strapi.mjs';

// As a program: an installation with accounts (KM_LOGINS) and thirty questions that are shown.
const require = createRequire(join(cms, 'package.json'));
const { createFirstAccounts } = require(join(cms, 'dist', 'src', 'seed', 'index.js'));
const strapi = await loadStrapi();
await createFirstAccounts(strapi, JSON.parse(process.env.KM_LOGINS ?? '{}'));
const faqs = strapi.documents('plugin::km.faq');
for (let number = 1; number <= 30; number += 1) {
  const { documentId } = await faqs.create({
    data: {
      question: `คำถามข้อที่ ${number}`,
      answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'คำตอบ' }] }],
      audience: 'everyone',
      appliesTo: 'both',
    },
  });
  await faqs.publish({ documentId });
}
await strapi.destroy();
process.exit(0);
