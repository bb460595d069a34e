/** Version of the widgets; every element writes it on itself as `data-km-version`. */
export const version = '0.1.0';
