import type { Node, Pattern } from "acorn";

/**
 * Goes through a syntax tree, each node before its parts.
 *
 * @param see Looks at a node; where it answers false its parts are passed over.
 */
export function walk(node: Node, see: (node: Node) => boolean): void {
  if (!see(node)) return;
  for (const part of Object.values(node)) {
    for (const one of Array.isArray(part) ? part : [part]) if (isNode(one)) walk(one, see);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null &&
    typeof Reflect.get(value, "type") === "string";
}

/** Whether a node's names and values are its own: a function or a class. */
export function isClosed({ type }: Node): boolean {
  return /Function|Class/.test(type);
}

/** Names that a pattern binds. */
export function boundNames(pattern: Pattern): readonly string[] {
  switch (pattern.type) {
    case "Identifier":
      return [pattern.name];
    case "ObjectPattern":
      return pattern.properties.flatMap((property) =>
        boundNames(property.type === "RestElement" ? property : property.value)
      );
    case "ArrayPattern":
      return pattern.elements.flatMap((element) => element === null ? [] : boundNames(element));
    case "RestElement":
      return boundNames(pattern.argument);
    case "AssignmentPattern":
      return boundNames(pattern.left);
    default:
      return [];
  }
}
