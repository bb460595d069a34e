export interface CaughtMail {
  id: number;
  to: string[];
  from: string;
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
  at: string;
}

export interface MailCatcher {
  smtpPort: number;
  /** Of the page that shows the mails. */
  origin: string;
  mails: CaughtMail[];
  stop(): Promise<void>;
}

export function startMailCatcher(options?: {
  smtpPort?: number;
  pagePort?: number;
}): Promise<MailCatcher>;
