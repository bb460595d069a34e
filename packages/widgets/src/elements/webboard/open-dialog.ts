import { html, nothing, render } from 'lit';
import type { ActTranslation } from './act-dialogs.th.js';
import type { Board } from './board.js';
import { isRefusal } from './board-member.js';
import { createModal } from './modal.js';

/** One box: what it says and asks, and what its answers do. */
export interface Box {
  title: string;
  hint: string;
  submit: string;
  /** The fields; drawn again whenever one of them changes. */
  fields: (values: FormData, errors: Readonly<Record<string, string>>) => unknown;
  /** Which fields are wrong, each with a sentence; none when all is well. */
  check: (values: FormData) => Record<string, string>;
  send: (values: FormData) => Promise<unknown>;
  done: string;
}

/** Asks in a box over the page; what was done is said, and what is on show is read again. */
export function openDialog(box: Box, { host, say, reload }: Board, text: ActTranslation): void {
  const dialog = createModal(host);
  let errors: Record<string, string> = {};
  let failure = '';
  let isBusy = false;

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (isBusy) return;
    const values = new FormData(event.target as HTMLFormElement);
    errors = box.check(values);
    failure = '';
    isBusy = !Object.keys(errors).length;
    draw();
    if (!isBusy) {
      dialog.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    try {
      await box.send(values);
      dialog.close();
      say(box.done);
      reload();
    } catch (error) {
      failure = isRefusal(error) ? error.message : text.failed;
    }
    isBusy = false;
    draw();
  };
  const draw = () => {
    const form = dialog.querySelector('form');
    const values = form ? new FormData(form) : new FormData();
    render(
      html`<form @submit=${submit} @change=${draw} novalidate>
        <h2 id="dialog-title">${box.title}</h2>
        <p class="quiet">${box.hint}</p>
        ${box.fields(values, errors)}
        ${failure ? html`<p class="notice bad" role="alert"><span>${failure}</span></p>` : nothing}
        <div class="chips">
          <button class="button primary" aria-disabled=${isBusy}>
            ${isBusy ? text.sending : box.submit}
          </button>
          <button class="button" type="button" @click=${() => dialog.close()}>
            ${text.cancel}
          </button>
        </div>
      </form>`,
      dialog
    );
  };
  draw();
  dialog.showModal();
}
