import { assertEquals, assertStringIncludes } from "@std/assert";
import { contentSecurityPolicy, scriptsIn } from "../../lib/site/policy.ts";

Deno.test("scriptsIn() takes what runs between tags, and neither data nor scripts from elsewhere", () => {
  const html = [
    "<p>a</p><script>one</script>",
    '<SCRIPT type="module">two\n</SCRIPT >',
    '<script type="application/json">{"no": 1}</script>',
    '<script src="https://example.org/no.js"></script>',
    "<script type='text/javascript'>three</script>",
  ].join("\n");
  assertEquals(scriptsIn(html), ["one", "two\n", "three"]);
});

Deno.test("contentSecurityPolicy() names scripts by their hash, each once, and asks nobody", () => {
  const policy = contentSecurityPolicy(["alert(1)", "alert(1)", "a\r\nb"]);
  // Known: openssl dgst -sha256 -binary of alert(1), in base64.
  const hash = "'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='";
  assertEquals(policy.split(hash).length, 2);
  assertStringIncludes(contentSecurityPolicy(["a\nb"]), policy.match(/'sha256-\S+/g)![1]);
  assertEquals(/unsafe-eval|script-src[^;]*unsafe-inline|https?:|\*/.test(policy), false);
  assertStringIncludes(policy, "default-src 'none'");
  assertEquals(policy.includes("connect-src"), false);
});
