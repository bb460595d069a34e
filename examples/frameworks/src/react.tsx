import type {} from '@km-laas/widgets/jsx';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import './knowledge-bank.js';

function Page() {
  const [limit, setLimit] = useState(3);
  return (
    <main>
      <h1>เทศบาลตัวอย่าง</h1>
      <km-status-strip when="trouble" />
      <button type="button" onClick={() => setLimit(limit + 1)}>
        เพิ่มหนึ่งข้อ
      </button>
      <km-faq-list limit={limit} heading-level={2} />
    </main>
  );
}

createRoot(document.getElementById('app')!).render(<Page />);
