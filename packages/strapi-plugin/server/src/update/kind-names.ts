import type { UpdateKind } from '@km-laas/contract';

/** What readers of plain text are told became of a menu. */
export const kindNames: Record<UpdateKind, string> = {
  new: 'ใหม่',
  changed: 'ปรับปรุง',
  fixed: 'แก้ไขข้อผิดพลาด',
  removed: 'ยกเลิก',
};
