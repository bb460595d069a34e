import type { Reply, ReportReason, Thread } from '@km-laas/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { LocalizeController } from '../../controllers/localize-controller.js';
import { addStyles } from '../../internal/item/add-styles.js';
import { th, type ActTranslation } from './act-dialogs.th.js';
import { dialogStyles } from './act-dialogs.styles.js';
import type { Board } from './board.js';
import { openDialog, type Box } from './open-dialog.js';
import { openHistory } from './open-history.js';

type Act = keyof ActTranslation['acts'];
type Posts = 'threads' | 'replies';

const reasons: readonly ReportReason[] = [
  'personalData',
  'rude',
  'wrong',
  'spam',
  'illegal',
  'other',
];
const word = (values: FormData, name: string) => String(values.get(name) ?? '').trim();

/** Boxes that ask before something is done that others notice; fetched with the first. */
export class ActDialogs {
  readonly #board: Board;
  readonly #localize: LocalizeController<ActTranslation>;

  constructor(board: Board) {
    this.#board = board;
    this.#localize = new LocalizeController(board.host, {
      th,
      en: async () => (await import('./act-dialogs.en.js')).en,
    });
    addStyles(board.host, dialogStyles);
  }

  /** Tells moderators of a post; needs no account. */
  report(posts: Posts, id: string): void {
    const { text } = this.#localize;
    this.#open({
      title: text.report,
      hint: text.reportHint,
      submit: text.sendReport,
      fields: () =>
        html`<fieldset>
            <legend>${text.why}</legend>
            ${reasons.map(
              (reason, index) =>
                html`<label class="choice"
                  ><input type="radio" name="reason" value=${reason} ?checked=${!index} />${
                    text.reasons[reason]
                  }</label
                >`
            )}
          </fieldset>
          ${this.#renderArea('note', text.note)}`,
      check: () => ({}),
      send: (values) => {
        const note = word(values, 'note');
        return this.#board.member.ask(`/${posts}/${id}/report`, {
          body: { reason: word(values, 'reason'), ...(note && { note }) },
          isOpen: true,
        });
      },
      done: text.reported,
    });
  }

  /** Shows what a post said before. */
  history(posts: Posts, id: string): void {
    void openHistory(posts, id, this.#board, this.#localize);
  }

  /** Takes a post of the member's own away. */
  remove(posts: Posts, id: string): void {
    const { text } = this.#localize;
    this.#open({
      title: text.remove,
      hint: text.removeHint,
      submit: text.acts.delete,
      fields: () => nothing,
      check: () => ({}),
      send: async () => {
        await this.#board.member.ask(`/${posts}/${id}/delete`, { body: {} });
        if (posts === 'threads') this.#board.route.open('');
      },
      done: text.removed,
    });
  }

  moderateThread(thread: Thread): void {
    const { pinned, locked, state, id } = thread;
    const acts: Act[] = [
      pinned ? 'unpin' : 'pin',
      locked ? 'unlock' : 'lock',
      'move',
      'merge',
      state === 'closed' ? 'reopen' : 'close',
      'hide',
      'delete',
    ];
    this.#moderate(acts, async (values) => {
      const action = word(values, 'action') as Act;
      await this.#board.member.ask(`/threads/${id}/actions`, {
        body: {
          action,
          reason: word(values, 'reason'),
          ...(action === 'move' && { topic: word(values, 'topic') || null }),
          ...(action === 'merge' && { into: idIn(word(values, 'into')) }),
        },
      });
      // What nobody sees any more is not there for a moderator to look at either.
      if (action === 'hide' || action === 'delete') this.#board.route.open('');
    });
  }

  moderateReply({ id }: Reply): void {
    this.#moderate(['hide', 'delete'], (values) =>
      this.#board.member.ask(`/replies/${id}/actions`, {
        body: { action: word(values, 'action'), reason: word(values, 'reason') },
      })
    );
  }

  /** Makes an officer's answer a question of the FAQ. */
  promote(thread: Thread, reply: Reply): void {
    const { text } = this.#localize;
    this.#open({
      title: text.promote,
      hint: text.promoteHint,
      submit: text.confirm,
      fields: (_values, errors) =>
        html`${this.#renderArea('question', text.question, errors, thread.title)}
          <label class="choice"><input type="checkbox" name="publish" />${text.publish}</label>`,
      check: (values): Record<string, string> =>
        word(values, 'question').length < 5 ? { question: text.questionMissing } : {},
      send: (values) =>
        this.#board.member.ask(`/threads/${thread.id}/promote`, {
          body: {
            reply: reply.id,
            question: word(values, 'question'),
            publish: values.has('publish'),
          },
        }),
      done: text.promoted,
    });
  }

  #moderate(acts: readonly Act[], send: Box['send']): void {
    const { text } = this.#localize;
    this.#open({
      title: text.moderate,
      hint: text.moderateHint,
      submit: text.confirm,
      fields: (values, errors) => {
        const chosen = word(values, 'action') || acts[0];
        return html`<label>
            <span class="label">${text.act}</span>
            <select class="field" name="action">
              ${acts.map((act) => html`<option value=${act}>${text.acts[act]}</option>`)}
            </select>
          </label>
          ${chosen === 'move' ? this.#renderTopics() : nothing}
          ${
            chosen === 'merge'
              ? html`<p class="quiet">${text.mergeHint}</p>
                  ${this.#renderArea('into', text.mergeInto, errors)}`
              : nothing
          }
          ${this.#renderArea('reason', text.reason, errors, '', text.reasonHint)}`;
      },
      check: (values) => ({
        ...(word(values, 'reason').length < 3 && { reason: text.reasonMissing }),
        ...(word(values, 'action') === 'merge' &&
          !idIn(word(values, 'into')) && { into: text.mergeMissing }),
      }),
      send,
      done: text.done,
    });
  }

  #open(box: Box): void {
    openDialog(box, this.#board, this.#localize.text);
  }

  #renderTopics(): TemplateResult {
    const { text, language } = this.#localize;
    return html`<label>
      <span class="label">${text.moveTo}</span>
      <select class="field" name="topic">
        <option value="">${text.general}</option>
        ${this.#board.topics.choices.map(
          ({ topic, depth }) =>
            html`<option value=${topic.slug}>
              ${'\u2003'.repeat(depth)}${(language === 'en' && topic.titleEn) || topic.titleTh}
            </option>`
        )}
      </select>
    </label>`;
  }

  #renderArea(
    name: string,
    label: string,
    errors: Readonly<Record<string, string>> = {},
    value = '',
    hint = ''
  ): TemplateResult {
    const error = errors[name];
    return html`<label>
      <span class="label">${label}</span>
      <textarea
        class="field"
        name=${name}
        rows="2"
        maxlength="500"
        aria-invalid=${!!error}
        aria-describedby=${error ? `e-${name}` : nothing}
        .defaultValue=${value}
      ></textarea>
      ${error ? html`<span class="bad-words" id="e-${name}">${error}</span>` : nothing}
      ${hint ? html`<span class="label">${hint}</span>` : nothing}
    </label>`;
  }
}

/** The thread an address or an id names; empty where it names none. */
function idIn(text: string): string {
  return /(?:^|[/=])([a-z0-9]{24,25})(?=$|[&?#/])/.exec(text)?.[1] ?? '';
}
