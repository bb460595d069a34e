import { connectBuilder } from './builder.js';
import { connectCheck } from './check.js';

connectBuilder();
connectCheck();
