import { Html, html } from './html';
import type { Faults, Visit } from './page';

/** A field of a form. */
export interface FieldOptions {
  name: string;
  /** Where the name stands on the page more than once. */
  id?: string;
  label: string;
  type?: 'text' | 'email' | 'password';
  value?: string;
  hint?: string;
  autocomplete?: string;
  maxlength?: number;
  faults?: Faults;
  inputmode?: string;
}

export function renderField({
  name,
  id = name,
  label,
  type = 'text',
  value = '',
  hint,
  autocomplete = 'off',
  maxlength,
  faults = {},
  inputmode,
}: FieldOptions): Html {
  const fault = faults[name];
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ');
  const more = [
    maxlength ? ` maxlength="${maxlength}"` : '',
    about ? ` aria-describedby="${about}"` : '',
    fault ? ' aria-invalid="true"' : '',
    inputmode ? ` inputmode="${inputmode}"` : '',
  ].join('');
  return html`<div class="field">
    <label for="${id}">${label}</label>
    ${hint && html`<span class="hint" id="${id}-hint">${hint}</span>`}
    ${renderFault(faults, name, id)}
    <input
      id="${id}"
      name="${name}"
      type="${type}"
      value="${value}"
      required
      autocomplete="${autocomplete}"
      ${Html.trust(more)}
    />
  </div>`;
}

export function renderCheck(options: {
  name: string;
  value?: string;
  label: Html | string;
  isChecked?: boolean;
  isRequired?: boolean;
  type?: 'checkbox' | 'radio';
  faults?: Faults;
}): Html {
  const { name, value = 'yes', label, isChecked, isRequired, type = 'checkbox' } = options;
  const { faults = {} } = options;
  const more = `${isChecked ? ' checked' : ''}${isRequired ? ' required' : ''}${
    faults[name] ? ` aria-invalid="true" aria-describedby="${name}-fault"` : ''
  }`;
  return html`${type === 'checkbox' && renderFault(faults, name)}
    <label class="check">
      <input type="${type}" name="${name}" value="${value}" ${Html.trust(more)} />
      <span>${label}</span>
    </label>`;
}

export function renderFault(faults: Faults, name: string, id = name): Html | null {
  const fault = faults[name];
  return fault ? html`<span class="fault" id="${id}-fault">${fault}</span>` : null;
}

/** What is wrong with a form, above it, for whoever cannot see all of it at once. */
export function renderFaults({ t }: Visit, faults: Faults): Html | null {
  const list = Object.values(faults);
  if (list.length === 0) return null;
  return html`<div class="notice bad" role="alert">
    <p class="label">${t('ยังส่งไม่ได้', 'It could not be sent')}</p>
    <ul>
      ${list.map((fault) => html`<li>${fault}</li>`)}
    </ul>
  </div>`;
}

/** A form that is sent to an address of ours, with the seal of this browser in it. */
export function renderForm({ guard }: Visit, action: string, inside: Html): Html {
  return html`<form method="post" action="${action}" novalidate>
    <input type="hidden" name="token" value="${guard.token}" />
    ${inside}
  </form>`;
}

export function renderNotice(
  text: string | Html,
  kind: 'good' | 'warning' | 'bad' | '' = ''
): Html {
  return html`<div class="notice ${kind}" role="status">${text}</div>`;
}
