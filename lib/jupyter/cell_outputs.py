"""What a cell has shown so far, in time that grows in line with what it shows."""

import json

from nbformat.v4 import output_from_msg

LIMIT = 20_000_000  # characters of a cell's outputs; README and the failure say so too


class TooLong(Exception):
    """A cell has shown more than a notebook can hold."""


class CellOutputs:
    """Takes a cell's messages, and gives its outputs: what it prints to one stream is one text."""

    def __init__(self, displays):
        self.displays = displays  # of the whole notebook: lists of outputs by their display's name
        self.clear()

    def clear(self):
        self.outputs, self.printed, self.size, self.clear_next = [], {}, 0, False

    def take(self, kind, content):
        if kind == "clear_output":
            if content.get("wait"):
                self.clear_next = True
            else:
                self.clear()
            return
        name = (content.get("transient") or {}).get("display_id")
        if kind == "update_display_data":
            for output in self.displays.get(name, []):
                output.update(data=content["data"], metadata=content["metadata"])
        elif kind in ("stream", "display_data", "execute_result", "error"):
            if self.clear_next:
                self.clear()
            self.keep(kind, content, name)

    def keep(self, kind, content, name):
        text = content["text"] if kind == "stream" else json.dumps(content)
        self.size += len(text)
        if self.size > LIMIT:
            raise TooLong
        if kind == "stream" and content["name"] in self.printed:
            self.printed[content["name"]].append(text)
            return
        output = output_from_msg({"header": {"msg_type": kind}, "content": content})
        self.outputs.append(output)
        if kind == "stream":
            self.printed[content["name"]] = [text]
        if name:
            self.displays.setdefault(name, []).append(output)

    def whole(self):
        """The outputs as a notebook keeps them; standard output stands before standard error beside it."""
        outputs = [
            {**output, "text": as_shown("".join(self.printed[output["name"]]))}
            if output["output_type"] == "stream"
            else output
            for output in self.outputs
        ]
        for i, (output, after) in enumerate(zip(outputs, outputs[1:])):
            if output.get("name") == "stderr" and after.get("name") == "stdout":
                outputs[i : i + 2] = [after, output]
        return outputs


def as_shown(text):
    """A text without what a carriage return has written over."""
    if "\r" not in text:
        return text
    return "\n".join(line[line.rfind("\r", 0, -1) + 1 :] for line in text.split("\n"))
