import { parentPort } from 'node:worker_threads';
import { content } from './content';
import type { DrawnMessage } from './drawing';
import { sampleFiles } from './sample-files';

void draw();

async function draw(): Promise<void> {
  for (const file of sampleFiles(content)) {
    const message: DrawnMessage = { key: file.key, ...(await file.make()) };
    parentPort?.postMessage(message);
  }
}
