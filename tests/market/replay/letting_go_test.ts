import { readMarket, replay } from "@digital-market-maker/lab/data";
import { assertEquals, assertRejects } from "@std/assert";

const good = "time_us,bid,bid_quantity,ask,ask_quantity\n0,99,1,101,1\n5000000,99,1,101,1\n";
const broken = {
  "in its header": "no,market\n1,2\n",
  "in a row": "time_us,price,quantity,aggressor\n0,100,1,buy\n1,bad,1,buy\n",
  "at its end": "",
};

/** A file that remembers whether anybody let go of it: read to its end, or given up. */
function watched(text: string) {
  let open = true;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (text === "") {
        open = false;
        return controller.close();
      }
      controller.enqueue(new TextEncoder().encode(text));
      text = "";
    },
    cancel() {
      open = false;
    },
  }, { highWaterMark: 0 });
  return { stream, isOpen: () => open };
}

for (const [where, text] of Object.entries(broken)) {
  Deno.test(`replay() leaves no file open where one of them is broken ${where}`, async () => {
    for (const quoteOffset of [0, 0.1]) {
      for (const texts of [[text, good], [good, text], [text, good, good]]) {
        const files = texts.map(watched);
        const rows = files.map(({ stream }) => readMarket(stream));
        await assertRejects(() => replay(rows, { dt: 1, quoteOffset }), Error, "Cannot");
        assertEquals(files.map(({ isOpen }) => isOpen()), texts.map(() => false));
      }
    }
  });
}
