import { extname, join, normalize } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json",
  ".ipynb": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".webmanifest": "application/manifest+json",
};
const packed = /^(?:text|application)|svg/;

/** Names that hold a hash of the content: what has such a name never changes. */
const hashed = /\/(?:build\/\w+\.[\da-f]{7}|kernel\/shared-[\dA-Z]{8})\.js$/;

/**
 * Serves a site's folder on this machine, packed by gzip as a host of pages does.
 *
 * @param folder The site.
 * @param port Where to listen; 0 for any port that is free.
 * @returns The server, which listens on 127.0.0.1.
 */
export function serveSite(folder: string, port: number): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve(
    { hostname: "127.0.0.1", port, onListen() {} },
    (request) => answer(folder, request),
  );
}

async function answer(folder: string, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url);
  const path = decoded(pathname);
  if (path === undefined) return notThere();
  const inside = normalize(path.endsWith("/") ? `${path}index.html` : path);
  const file = join(folder, inside);
  try {
    const { mtime, isDirectory } = await Deno.stat(file);
    if (isDirectory) {
      // Two strokes at the start would be the name of another host.
      const location = `${pathname.replace(/^\/+/, "/")}/`;
      return new Response(null, { status: 301, headers: { location } });
    }
    const tag = `W/"${mtime?.getTime()}"`;
    const cache = hashed.test(pathname) ? "max-age=31536000, immutable" : "no-cache";
    const headers: Record<string, string> = { etag: tag, "cache-control": cache };
    if (request.headers.get("if-none-match") === tag) {
      return new Response(null, { status: 304, headers });
    }
    headers["content-type"] = types[extname(file)] ?? "application/octet-stream";
    const { readable } = await Deno.open(file);
    if (!packed.test(headers["content-type"])) return new Response(readable, { headers });
    headers["content-encoding"] = "gzip";
    return new Response(readable.pipeThrough(new CompressionStream("gzip")), { headers });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return notThere();
    }
    throw error;
  }
}

const notThere = () => new Response("There is no such page.", { status: 404 });

/** The path that an address means; undefined where it can mean no file. */
function decoded(pathname: string): string | undefined {
  try {
    const path = decodeURIComponent(pathname);
    return path.includes("\0") ? undefined : path;
  } catch {
    return undefined;
  }
}
