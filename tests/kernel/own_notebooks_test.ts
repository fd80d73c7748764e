import { assertEquals, assertMatch, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "node:path";
import { executeNotebooks } from "../../lib/cli/notebooks.ts";
import { restoreChapters } from "../../lib/cli/restore.ts";
import { projectRoot, setUpEnvironment } from "../../lib/jupyter/environment.ts";
import { makeOwnFolder } from "../../lib/jupyter/own_notebooks.ts";
import { runNotebooks } from "../../lib/jupyter/run_notebooks.ts";
import { codeNotebook } from "../../lib/notebook_files/code_notebook.ts";

const lab = join(projectRoot, ".cache", "lab");

async function emptyFolder(name: string): Promise<string> {
  const folder = join(lab, name);
  await Deno.remove(folder, { recursive: true }).catch(() => {});
  await Deno.mkdir(folder, { recursive: true });
  return folder;
}

async function git(cwd: string, ...args: readonly string[]) {
  const who = ["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"];
  const { success, stderr } = await new Deno.Command("git", { args: [...who, ...args], cwd })
    .output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
}

/** A repository with two chapters that were run and committed. */
async function course(name: string): Promise<string> {
  const folder = await emptyFolder(name);
  await Deno.writeTextFile(join(folder, "01_one.ipynb"), codeNotebook(["1 + 1"]));
  await Deno.writeTextFile(join(folder, "02_two.ipynb"), codeNotebook(["2 + 2"]));
  assertEquals(await executeNotebooks({ folder, say() {} }), []);
  await git(folder, "init", "--quiet");
  await git(folder, "add", ".");
  await git(folder, "commit", "--quiet", "--message=A course");
  return folder;
}

async function check(folder: string) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  return { problems: await executeNotebooks({ folder, check: true, say }), said };
}

const mine = codeNotebook(["1 + 2", "nowhere"]);

Deno.test("executeNotebooks() compares what is committed: edited chapters and own notebooks do no harm", async () => {
  const folder = await course("edited");
  await Deno.writeTextFile(join(folder, "01_one.ipynb"), mine);
  await Deno.writeTextFile(join(folder, "Untitled.ipynb"), mine);
  const { problems, said } = await check(folder);
  assertEquals(problems, []);
  assertEquals(said.map((line) => line.split(/\s+/)[0]), ["01_one", "02_two"]);
  assertStringIncludes(said[0], "(as committed: yours is another)");
  assertEquals(said[1].includes("committed"), false);
  assertEquals(await Deno.readTextFile(join(folder, "01_one.ipynb")), mine);

  // What is committed is compared still: a wrong output is seen.
  const two = join(folder, "02_two.ipynb");
  await Deno.writeTextFile(two, (await Deno.readTextFile(two)).replace('"4"', '"5"'));
  await git(folder, "commit", "--quiet", "--message=A wrong sum", two);
  assertMatch((await check(folder)).problems.join(), /^02_two\.ipynb, code cell 1/);
});

Deno.test("restoreChapters() brings chapters back, and keeps what stood there", async () => {
  const folder = await course("restored");
  const one = join(folder, "01_one.ipynb"), two = join(folder, "02_two.ipynb");
  const committed = await Deno.readTextFile(one);
  const said: string[] = [];
  const restore = (...names: string[]) => restoreChapters(folder, names, (line) => said.push(line));
  for (const kept of ["01_one_mine.ipynb", "01_one_mine_2.ipynb"]) {
    await Deno.writeTextFile(one, mine);
    await restore("01");
    assertEquals(await Deno.readTextFile(one), committed);
    assertEquals(await Deno.readTextFile(join(folder, "my", kept)), mine);
    assertEquals(said.pop(), `01_one.ipynb is back; what stood there is my/${kept}`);
  }
  await Deno.remove(two);
  await restore("01_one.ipynb", "notebooks/02");
  assertEquals(said, ["01_one.ipynb is as it is committed", "02_two.ipynb is back"]);
  await assertRejects(() => restore(), Error, "no chapter is named");
  await assertRejects(
    () => restore("03"),
    Error,
    "Cannot restore 03 as no chapter's name begins so",
  );
});

Deno.test("restoreChapters() without git or a repository says so", async () => {
  const folder = await Deno.makeTempDir();
  await assertRejects(() => restoreChapters(folder, ["01"], () => {}), Error, "no git repository");
  await Deno.remove(folder);
});

Deno.test("makeOwnFolder() makes a notebook that runs, and never touches a folder that is there", async () => {
  const folder = await emptyFolder("own");
  assertEquals(await makeOwnFolder(folder), true);
  const path = join(folder, "my", "first_notebook.ipynb");
  const [run] = await Array.fromAsync(runNotebooks(await setUpEnvironment(() => {}), [path]));
  assertEquals(run.failures, []);
  await Deno.remove(path);
  assertEquals(await makeOwnFolder(folder), false);
  assertEquals(await Array.fromAsync(Deno.readDir(join(folder, "my"))), []);
});
