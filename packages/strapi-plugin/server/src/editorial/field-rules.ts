import { adaptBlocks, plainTextOf } from '../content/blocks';
import { safeLinkUrl } from '../content/safe-url';
import { dayFault } from './day';
import { isValues, labelOf, partsOf, textOf, type EditedSchema, type Values } from './fields';
import { quoted, type Fault } from './refusal';

/** Finds the schema of a component. */
export type SchemaOf = (uid: string) => EditedSchema;

/**
 * What even a draft may not hold: text that does not fit, a day that is none, an address that would
 * run something. Looks at the fields that are given and at no others.
 */
export function draftFaults(schema: EditedSchema, values: Values, schemaOf: SchemaOf): Fault[] {
  return Object.entries(schema.attributes).flatMap(([field, attribute]): Fault[] => {
    const value = values[field];
    if (value === undefined || value === null) return [];
    const label = `“${labelOf(schema, field)}” `;
    const fault = (message: string): Fault[] => [{ path: [field], message }];
    switch (attribute.type) {
      case 'string':
      case 'text':
      case 'uid':
        return lengthFault(label, value, attribute.maxLength, fault);
      case 'date':
      case 'datetime': {
        // A value that is no text comes from code, not from an editor; Strapi judges it.
        const message = typeof value === 'string' && value !== '' ? dayFault(label, value) : null;
        return message === null ? [] : fault(message);
      }
      case 'integer':
        return rangeFault(label, value, attribute, fault);
      case 'blocks':
        return unsafeLinks(value).flatMap((link) =>
          fault(
            `${label}มีลิงก์ ${quoted(link)} ที่ใช้ไม่ได้ ลิงก์ต้องขึ้นต้นด้วย https:// http:// mailto: หรือ tel:`
          )
        );
      case 'component':
        return componentFaults(field, attribute.component, value, schemaOf);
      default:
        return [];
    }
  });
}

function lengthFault(
  label: string,
  value: unknown,
  longest: number | undefined,
  fault: (message: string) => Fault[]
): Fault[] {
  if (typeof value !== 'string' || longest === undefined || value.length <= longest) return [];
  const [most, now] = [longest, value.length].map((count) => count.toLocaleString('en-US'));
  return fault(`${label}ยาวได้ไม่เกิน ${most} ตัวอักษร ขณะนี้ ${now} ตัวอักษร ตัดให้สั้นลง`);
}

function rangeFault(
  label: string,
  value: unknown,
  { min, max }: { min?: number; max?: number },
  fault: (message: string) => Fault[]
): Fault[] {
  if (typeof value !== 'number') return [];
  if (!Number.isInteger(value)) return fault(`${label}ต้องเป็นจำนวนเต็ม`);
  if (min !== undefined && value < min) return fault(`${label}ต้องไม่น้อยกว่า ${min}`);
  if (max !== undefined && value > max) return fault(`${label}ต้องไม่เกิน ${max}`);
  return [];
}

function componentFaults(
  field: string,
  uid: string | undefined,
  value: unknown,
  schemaOf: SchemaOf
): Fault[] {
  if (!uid) return [];
  return partsOf(value).flatMap((part, place) =>
    draftFaults(schemaOf(uid), part, schemaOf).map(({ path, message }) => ({
      path: [field, place, ...path],
      message: `รายการที่ ${place + 1}: ${message}`,
    }))
  );
}

/** What an entry must be complete for: readers, or, where there are no drafts, any save. */
export type Deed = 'เผยแพร่' | 'บันทึก';

/** What must be there before that is done with an entry. Looks at every field. */
export function missingFaults(
  schema: EditedSchema,
  entry: Values,
  schemaOf: SchemaOf,
  deed: Deed
): Fault[] {
  return Object.entries(schema.attributes).flatMap(([field, attribute]): Fault[] => {
    const value = entry[field];
    const label = labelOf(schema, field);
    if (attribute.type === 'component') {
      return missingParts(field, label, attribute, partsOf(value), schemaOf, deed);
    }
    if (!attribute.required || !isEmpty(attribute.type, value)) return [];
    // Strapi fills a default in where nothing is given at all.
    if (value === undefined && attribute.default !== undefined) return [];
    return [{ path: [field], message: `ใส่ “${label}” ก่อน${deed}` }];
  });
}

function missingParts(
  field: string,
  label: string,
  { required, component }: { required?: boolean; component?: string },
  parts: Values[],
  schemaOf: SchemaOf,
  deed: Deed
): Fault[] {
  if (parts.length === 0) {
    return required ? [{ path: [field], message: `ใส่ “${label}” อย่างน้อยหนึ่งรายการก่อน${deed}` }] : [];
  }
  if (!component) return [];
  return parts.flatMap((part, place) =>
    missingFaults(schemaOf(component), part, schemaOf, deed).map(({ path, message }) => ({
      path: [field, place, ...path],
      message: `รายการที่ ${place + 1}: ${message}`,
    }))
  );
}

function isEmpty(type: string, value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (type === 'blocks') {
    const blocks = adaptBlocks(value);
    return plainTextOf(blocks) === '' && !blocks.some((block) => block.type === 'image');
  }
  return typeof value === 'string' && textOf(value) === '';
}

/** Addresses in rich text that readers must not be sent to. */
export function unsafeLinks(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(unsafeLinks);
  if (!isValues(node)) return [];
  const own =
    node.type === 'link' && safeLinkUrl(node.url) === null ? [String(node.url ?? '')] : [];
  return [...own, ...unsafeLinks(node.children)];
}
