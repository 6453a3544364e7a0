// Server-sent events of a POST, which EventSource cannot make.

/** Ask, and yield `{kind, data}` for each event as it arrives; aborting `signal` ends the answer. */
export async function* ask(text, thread, signal) {
  const response = await fetch("/questions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ text, thread }),
    signal,
  });
  if (!response.ok) {
    const { message } = await response.json().catch(() => ({}));
    yield { kind: "trouble", data: { message: message ?? "This question was not taken.", retry_after: null } };
    return;
  }
  let pending = "";
  for await (const piece of pieces(response.body.pipeThrough(new TextDecoderStream()))) {
    const events = (pending + piece).split("\n\n");
    pending = events.pop();
    for (const event of events) {
      const [, kind, data] = event.match(/^event: (.*)\ndata: (.*)$/);
      yield { kind, data: JSON.parse(data) };
    }
  }
}

// Not every browser can iterate over a stream by itself.
async function* pieces(stream) {
  const reader = stream.getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    yield value;
  }
}
