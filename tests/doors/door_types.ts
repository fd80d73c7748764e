/** What `deno doc` says of the doors' functions: their parameters, and the fields of the records they take. */
import { fileURLToPath } from "node:url";
import config from "../../deno.json" with { type: "json" };

/** A type, as `deno doc --json` writes it. */
export interface Type {
  readonly kind: string;
  readonly repr?: string;
  // deno-lint-ignore no-explicit-any
  readonly value?: any;
}

/** A parameter of a function, or a field of a record. */
export interface Place {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Type;
}

interface Declaration {
  readonly kind: string;
  // deno-lint-ignore no-explicit-any
  readonly def: any;
}

const root = fileURLToPath(new URL("../../", import.meta.url));
const doors = Object.values(config.exports);

/** The declarations by their names, and for every door the functions it exports. */
function read() {
  const { stdout } = new Deno.Command(Deno.execPath(), {
    args: ["doc", "--json", "--quiet", "--private", ...doors],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).outputSync();
  const { nodes } = JSON.parse(new TextDecoder().decode(stdout));
  const all = new Map<string, Declaration>();
  for (const { symbols } of Object.values(nodes) as { symbols: never[] }[]) {
    for (
      const { name, declarations } of symbols as { name: string; declarations: Declaration[] }[]
    ) {
      for (const one of declarations) {
        if (one.kind !== "variable" && !all.has(`${one.kind} ${name}`)) {
          all.set(`${one.kind} ${name}`, one);
        }
      }
    }
  }
  return all;
}

const declared = read();

// deno-lint-ignore no-explicit-any
function placeOf(one: any): Place {
  if (one.kind === "assign") return { ...placeOf(one.left), optional: true };
  const type = one.tsType ?? { kind: "keyword", value: "unknown" };
  return { name: one.name ?? one.kind, optional: one.optional ?? false, type };
}

/** The parameters of a function of a door. */
export function parametersOf(name: string): readonly Place[] {
  const { def } = declared.get(`function ${name}`) ?? { def: undefined };
  if (def === undefined) throw new Error(`deno doc knows no function ${name}`);
  return def.params.map(placeOf);
}

/** A type without the wrappers that do not change a record's keys, aliases opened. */
export function opened(type: Type): Type {
  const { kind, value } = type;
  if (kind === "parenthesized") return opened(value);
  if (kind === "typeOperator") return opened(value.tsType);
  if (kind !== "typeRef") return type;
  const [inner] = value.typeParams ?? [];
  if (["Readonly", "NoInfer"].includes(value.typeName)) return opened(inner);
  const alias = declared.get(`typeAlias ${value.typeName}`);
  return alias === undefined ? type : opened(alias.def.tsType);
}

/** The fields of a record's type; undefined where it is no record with known fields. */
export function fieldsOf(given: Type): readonly Place[] | undefined {
  const type = opened(given);
  const { kind, value } = type;
  if (kind === "typeLiteral") return value.properties.map(placeOf);
  if (kind === "intersection") {
    const parts = value.map(fieldsOf);
    return parts.some((part: unknown) => part === undefined) ? undefined : parts.flat();
  }
  if (kind !== "typeRef") return undefined;
  const [inner, keys] = value.typeParams ?? [];
  const named = () => {
    const parts = keys.kind === "union" ? keys.value : [keys];
    return parts.map(({ repr }: Type) => repr);
  };
  switch (value.typeName) {
    case "Partial":
      return fieldsOf(inner)?.map((field) => ({ ...field, optional: true }));
    case "Required":
      return fieldsOf(inner)?.map((field) => ({ ...field, optional: false }));
    case "Pick":
      return fieldsOf(inner)?.filter(({ name }) => named().includes(name));
    case "Omit":
      return fieldsOf(inner)?.filter(({ name }) => !named().includes(name));
  }
  const own = declared.get(`interface ${value.typeName}`);
  if (own === undefined) return undefined;
  const inherited = (own.def.extends ?? []).flatMap((base: Type) => fieldsOf(base) ?? []);
  const fields: readonly Place[] = (own.def.properties ?? []).map(placeOf);
  const names = fields.map(({ name }) => name);
  return [...inherited.filter(({ name }: Place) => !names.includes(name)), ...fields];
}

/** The name of a type, as the source says it; its wrappers do not count. */
export function nameOf(type: Type): string {
  const { kind, value } = type;
  if (kind === "parenthesized") return nameOf(value);
  if (kind === "typeOperator") return nameOf(value.tsType);
  if (kind === "typeRef" && ["Readonly", "Partial", "NoInfer"].includes(value.typeName)) {
    return nameOf(value.typeParams[0]);
  }
  return kind === "typeRef" ? value.typeName : kind;
}
