import { describe, expect, it } from "vitest";
import { progressBar } from "./import-report";

function terminal({ isTTY = true, columns = 80 } = {}) {
  const written: string[] = [];
  return { isTTY, columns, written, write: (text: string) => written.push(text) };
}
const national = { file: "rate-puf.csv", bytesTotal: 316_919_129 };

describe("the bar of an import", () => {
  it("grows from nothing to all of a national rate file, drawn only when it changed", () => {
    const screen = terminal();
    const bar = progressBar(screen);
    for (let read = 0; read < national.bytesTotal; read += 2 ** 18) bar.show({ ...national, bytesRead: read });
    bar.show({ ...national, bytesRead: national.bytesTotal });
    const percents = screen.written.map((text) => Number(/(\d+)%/.exec(text)?.[1]));
    expect(percents).toEqual([...percents].sort((a, b) => a - b));
    expect([percents[0], percents.at(-1)]).toEqual([0, 100]);
    expect(percents.filter((percent) => percent === 100).length).toBe(1);
    expect(screen.written.length).toBeLessThanOrEqual(131);
  });

  it("stays on one line of a narrow terminal", () => {
    const screen = terminal({ columns: 40 });
    progressBar(screen).show({ ...national, bytesRead: 1 });
    expect(screen.written).toEqual([`\r\u001b[K[${".".repeat(30)}] 0% rat`]);
  });

  it("is not drawn where nobody is watching", () => {
    const screen = terminal({ isTTY: false });
    const bar = progressBar(screen);
    bar.show({ ...national, bytesRead: 1 });
    bar.clear();
    expect(screen.written).toEqual([]);
  });
});
