/** One message, ready to go out. Line breaks never occur in `to` and `subject`. */
export type OutgoingMail = {
  readonly messageId: string;
  readonly to: string;
  readonly subject: string;
  readonly language: "en" | "es";
  readonly text: string;
  readonly html: string;
};

/** `kept` when there is nowhere to send it: it can be read where it is. `refused` for good, `delayed` for now. */
export type Carriage =
  | { readonly outcome: "sent" }
  | { readonly outcome: "kept" }
  | { readonly outcome: "refused"; readonly reason: string }
  | { readonly outcome: "delayed"; readonly reason: string };

/** Takes mail to whoever it is for. What goes wrong at the other end is an outcome, not an exception. */
export type MailCarrier = {
  readonly carry: (mail: OutgoingMail) => Promise<Carriage>;
  readonly close: () => void;
};
