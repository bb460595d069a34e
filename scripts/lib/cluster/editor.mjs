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
   * @returns {Promise<{status: number, id: string | undefined}>}
   */
  async import(origin, csv) {
    const answer = await fetch(`${origin}/km/imports?dataSet=authority&fileName=month.csv`, {
      method: 'POST',
      headers: { ...this.#headers(), 'Content-Type': 'application/octet-stream' },
      body: csv,
    });
    const json = /** @type {any} */ (await answer.json());
    return { status: answer.status, id: json.data?.id };
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
