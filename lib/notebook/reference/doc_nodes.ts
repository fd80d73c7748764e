import type { DocParam, DocType } from "./type_text.ts";

/** A tag of a comment. */
export interface Tag {
  readonly kind: string;
  readonly name?: string;
  readonly type?: string;
  readonly doc?: string;
  readonly value?: string;
}

/** A comment with its tags. */
export interface JsDoc {
  readonly doc?: string;
  readonly tags?: readonly Tag[];
}

/** A field of a record. */
export interface Property {
  readonly name: string;
  readonly optional?: boolean;
  readonly jsDoc?: JsDoc;
  readonly tsType?: DocType;
  readonly params?: readonly DocParam[];
  readonly returnType?: DocType;
}

/** One declaration of a name. */
export interface Declaration {
  readonly kind: string;
  readonly declarationKind?: string;
  readonly jsDoc?: JsDoc;
  readonly def?: Definition;
}

/** What a declaration declares. */
export interface Definition {
  readonly params?: readonly DocParam[];
  readonly returnType?: DocType;
  readonly properties?: readonly Property[];
  readonly methods?: readonly Property[];
  readonly extends?: readonly DocType[];
  readonly tsType?: DocType;
}

/** What `deno doc --json` writes. */
export interface DocJson {
  readonly nodes: Readonly<
    Record<
      string,
      {
        readonly symbols: readonly {
          readonly name: string;
          readonly declarations: readonly Declaration[];
        }[];
      }
    >
  >;
}
