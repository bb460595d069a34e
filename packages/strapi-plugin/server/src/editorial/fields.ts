/** What the rules read of a schema. */
export interface Attribute {
  type: string;
  required?: boolean;
  default?: unknown;
  maxLength?: number;
  min?: number;
  max?: number;
  repeatable?: boolean;
  component?: string;
}

/** A content type or component with the names editors know its fields by. */
export interface EditedSchema {
  attributes: Record<string, Attribute>;
  config: { metadatas: Record<string, { edit: { label: string } }> };
}

/** An entry or part of one, as typed or as stored. */
export type Values = Record<string, unknown>;

/** The name editors know a field by, in Thai. */
export function labelOf(schema: EditedSchema, field: string): string {
  return schema.config.metadatas[field]?.edit.label ?? field;
}

export function isValues(value: unknown): value is Values {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The components of a repeated field; none where it is empty or not given. */
export function partsOf(value: unknown): Values[] {
  return Array.isArray(value) ? value.filter(isValues) : [];
}

/** What a text field says, without the white space around it. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : '';
}
