/** An editor's hands: the admin API of whichever instance is told. */
export class Editor {
  #token = '';

  /**
   * @param {string} origin
   * @param {{email: string, password: string}} login
   */
  static async signIn(origin, login) {
    const editor = new Editor();
    const { data } = await editor.#send(origin, '/admin/login', JSON.stringify(login));
    editor.#token = data.accessToken ?? data.token;
    return editor;
  }

  /**
   * Makes a question and publishes it.
   *
   * @param {string} origin
   * @param {string} question
   * @returns {Promise<string>} Its documentId.
   */
  async publish(origin, question) {
    const path = '/content-manager/collection-types/plugin::km.faq';
    const entry = {
      question,
      answer: [{ type: 'paragraph', children: [{ type: 'text', text: 'คำตอบ' }] }],
      audience: 'everyone',
      appliesTo: 'both',
    };
    const { data } = await this.#send(origin, path, JSON.stringify(entry));
    await this.#send(origin, `${path}/${data.documentId}/actions/publish`, JSON.stringify(entry));
    return data.documentId;
  }

  /**
   * Hands a file to the import centre.
   *
   * @param {string} origin
   * @param {string} csv
   * @param {Record<string, string>} [options]
   * @returns {Promise<{status: number, id: string | undefined}>}
   */
  async import(origin, csv, options = { dataSet: 'authority' }) {
    const query = new URLSearchParams({ fileName: 'month.csv', ...options });
    const answer = await fetch(`${origin}/km/imports?${query}`, {
      method: 'POST',
      headers: { ...this.#headers(), 'Content-Type': 'application/octet-stream' },
      body: csv,
    });
    const json = /** @type {any} */ (await answer.json());
    return { status: answer.status, id: json.data?.id };
  }

  /**
   * Waits until an import has left the states in which it goes on by itself, taking it over once it
   * is checked.
   *
   * @param {string} origin
   * @param {string} id
   */
  async finishImport(origin, id) {
    for (;;) {
      const answer = await fetch(`${origin}/km/imports/${id}`, { headers: this.#headers() });
      const { state, failure } = /** @type {any} */ (await answer.json()).data;
      if (state === 'done') return;
      if (state === 'checked') {
        await this.#send(origin, `/km/imports/${id}/commit`, '{"leaveOutBadRows":false}');
      } else if (!['uploading', 'checking', 'committing'].includes(state)) {
        throw new Error(`The import is ${state}: ${failure}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  #headers() {
    return {
      // As the proxy in front says it: the admin's cookies are for https alone.
      'X-Forwarded-Proto': 'https',
      ...(this.#token && { Authorization: `Bearer ${this.#token}` }),
    };
  }

  /**
   * @param {string} origin
   * @param {string} path
   * @param {string} body
   * @returns {Promise<any>}
   */
  async #send(origin, path, body) {
    const answer = await fetch(origin + path, {
      method: 'POST',
      headers: { ...this.#headers(), 'Content-Type': 'application/json' },
      body,
    });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
    return answer.json();
  }
}
