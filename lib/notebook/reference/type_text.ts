/** A type as `deno doc --json` tells it. */
export interface DocType {
  readonly repr?: string;
  readonly kind: string;
  readonly value?: unknown;
}

/** The value of a type that is a name. */
export interface TypeReference {
  readonly typeName: string;
  readonly typeParams?: readonly DocType[];
}

/** A parameter as `deno doc --json` tells it. */
export interface DocParam {
  readonly kind: string;
  readonly name?: string;
  readonly optional?: boolean;
  readonly tsType?: DocType;
  readonly left?: DocParam;
  readonly arg?: DocParam;
  readonly right?: string;
}

/** A type as a person would write it. */
export function typeText(type: DocType | undefined): string {
  if (type === undefined) return "unknown";
  const { kind, value, repr = "" } = type;
  const list = () => (value as readonly DocType[]).map(typeText);
  switch (kind) {
    case "typeRef": {
      const { typeName, typeParams = [] } = value as TypeReference;
      // Where a typed array's numbers lie says nothing to a reader.
      const shown = typeParams.map(typeText).filter((text) => text !== "ArrayBuffer");
      return shown.length === 0 ? typeName : `${typeName}<${shown.join(", ")}>`;
    }
    case "literal": {
      const literal = value as { readonly kind: string; readonly string?: string };
      return literal.kind === "string" ? JSON.stringify(literal.string) : repr;
    }
    case "union":
      return list().join(" | ");
    case "intersection":
      return list().join(" & ");
    case "tuple":
      return `[${list().join(", ")}]`;
    case "array":
      return `${grouped(value as DocType)}[]`;
    case "parenthesized":
      return `(${typeText(value as DocType)})`;
    case "typeOperator": {
      const { operator, tsType } = value as { readonly operator: string; readonly tsType: DocType };
      return `${operator} ${typeText(tsType)}`;
    }
    case "fnOrConstructor": {
      const { params, tsType } = value as {
        readonly params: readonly DocParam[];
        readonly tsType: DocType;
      };
      return `(${params.map(paramText).join(", ")}) => ${typeText(tsType)}`;
    }
    default:
      return repr !== "" ? repr : kind === "typeLiteral" ? "{ … }" : "…";
  }
}

/** A parameter with its type, a question mark or its default. */
export function paramText(param: DocParam): string {
  if (param.left !== undefined) {
    return `${paramText(param.left)} = ${defaultText(param.right)}`;
  }
  if (param.arg !== undefined) return `...${paramText({ ...param.arg, tsType: param.tsType })}`;
  const mark = param.optional ? "?" : "";
  return `${param.name ?? "options"}${mark}: ${typeText(param.tsType)}`;
}

/** `deno doc` tells numbers and texts, but no records: here those are empty ones. */
export function defaultText(right: string | undefined): string {
  return right === undefined || right === "[UNSUPPORTED]" ? "{}" : right;
}

function grouped(type: DocType): string {
  const text = typeText(type);
  return ["union", "fnOrConstructor", "typeOperator"].includes(type.kind) ? `(${text})` : text;
}
