import { requestJson } from './request.js';

interface Flight {
  answer: Promise<unknown>;
  controller: AbortController;
  /** Signals of those who have not given up. */
  waiting: Set<AbortSignal>;
  /** When it was sent. */
  at: number;
}

/** How long elements of one page share an answer without asking again, in milliseconds. */
const freshness = 10_000;
const flights = new Map<string, Flight>();

/**
 * Reads an address once for all the elements of the page that want it.
 *
 * The request is aborted when the last of them has given up.
 *
 * @param reload - Ask the server even if the page has just done so.
 */
export function sharedJson(url: string, signal: AbortSignal, reload = false): Promise<unknown> {
  let flight = flights.get(url);
  if (!flight || Date.now() - flight.at > freshness || (reload && !flight.waiting.size)) {
    flight = startFlight(url);
  }
  return waitFor(flight, url, signal);
}

function startFlight(url: string): Flight {
  const controller = new AbortController();
  const flight = {
    answer: requestJson(url, controller.signal),
    controller,
    waiting: new Set<AbortSignal>(),
    at: Date.now(),
  };
  flights.set(url, flight);
  // A failure is not worth keeping.
  flight.answer.catch(() => forget(url, flight));
  return flight;
}

function waitFor(flight: Flight, url: string, signal: AbortSignal): Promise<unknown> {
  flight.waiting.add(signal);
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      flight.waiting.delete(signal);
      if (!flight.waiting.size) {
        forget(url, flight);
        flight.controller.abort();
      }
      reject(new DOMException('', 'AbortError'));
    };
    signal.addEventListener('abort', giveUp);
    flight.answer.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', giveUp);
      flight.waiting.delete(signal);
    });
  });
}

function forget(url: string, flight: Flight): void {
  if (flights.get(url) === flight) flights.delete(url);
}
