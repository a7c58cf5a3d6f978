import { describe, expect, it } from "vitest";
import { chooseAddress, chooseSearch } from "./choose.search";

const child = "01a22182-3ef1-717e-b81e-f23026c6f3bb";
const [one, two] = ["99101TN0010001", "99101TN0010002"] as const;
const read = (address: string) => chooseSearch(new URLSearchParams(address));

describe("the state of the choice in the address", () => {
  it("is read back as it was written", () => {
    const address = `?who=1&covered=${child}&sort=yearly&level=gold&issuer=99101&plan=${one}&swap=${two}&only=differences`;
    expect(chooseAddress(read(address))).toBe(address);
  });

  it("keeps nobody covered apart from nothing said", () => {
    expect(read("who=1").covered).toEqual([]);
    expect(read("").covered).toBeNull();
    expect(chooseAddress(read("who=1"))).toBe("?who=1");
    expect(chooseAddress(read(""))).toBe("?");
  });

  it("leaves out what is no plan, names each plan once, and changes what is asked", () => {
    const search = read(`plan=x&plan=${one}&plan=${one}&swap=y&sort=z`);
    expect(chooseAddress(search)).toBe(`?plan=${one}`);
    expect(chooseAddress(search, { plan: [one, two] })).toBe(`?plan=${one}&plan=${two}`);
  });
});
