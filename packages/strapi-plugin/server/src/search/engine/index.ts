export { IndexNotReadyError, openSearchEngine } from './engine';
export type * from './types';
