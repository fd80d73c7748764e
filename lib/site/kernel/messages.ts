/** What the page asks of its worker. */
export type Request =
  | {
    readonly type: "execute";
    readonly code: string;
    readonly count: number;
    readonly files: Files;
  }
  | { readonly type: "complete"; readonly code: string; readonly at: number }
  | { readonly type: "inspect"; readonly code: string; readonly at: number };

/** Files beside the notebook, by their names. */
export type Files = Readonly<Record<string, Uint8Array<ArrayBuffer>>>;

/** A request with the number that its answer carries. */
export type Numbered<T> = T & { readonly id: number };

/** How running a cell ended. */
export type Outcome =
  | { readonly status: "ok" }
  | {
    readonly status: "error";
    readonly ename: string;
    readonly evalue: string;
    readonly traceback: string[];
  };

/** What a worker says: an answer to a request, or a message for whoever shows the notebook. */
export type Told =
  | { readonly type: "answer"; readonly id: number; readonly answer: unknown }
  | {
    readonly type: "broadcast";
    readonly messageType: string;
    /** As JSON, which it becomes on its way to a real kernel too. */
    readonly content: string;
  };

/** Tells the page. */
export type Broadcast = (messageType: string, content: Readonly<Record<string, unknown>>) => void;
