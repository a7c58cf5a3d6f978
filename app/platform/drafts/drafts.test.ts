import { describe, expect, it } from "vitest";
import { newId } from "../id.server";
import { useTestDatabase } from "../testing/test-database";
import { discardDraft, isFormKey, loadDraft, saveDraft, saveDraftFields, versionedFormKey } from "./drafts.server";

const database = useTestDatabase();
const formKey = "employer-registration";

describe("a draft", () => {
  it("keeps what was typed, the newest word for each field, until it is thrown away", async () => {
    const userId = newId();
    await saveDraft(userId, formKey, { legalName: ["Panadería"], days: ["mon", "tue"] });
    const saved = await saveDraftFields(userId, formKey, { legalName: ["Panadería Díaz"], zip: ["78701"], days: [] });
    const draft = await loadDraft(userId, formKey);
    expect(draft?.values).toEqual({ legalName: ["Panadería Díaz"], days: [], zip: ["78701"] });
    expect(saved.ok && saved.value).toEqual(draft?.savedAt);
    await discardDraft(userId, formKey);
    expect(await loadDraft(userId, formKey)).toBeUndefined();
  });

  it("is replaced as a whole by a form that was sent and refused", async () => {
    const userId = newId();
    await saveDraft(userId, formKey, { a: ["1"], b: ["2"] });
    await saveDraft(userId, formKey, { a: ["3"] });
    expect((await loadDraft(userId, formKey))?.values).toEqual({ a: ["3"] });
  });

  it("belongs to one person and one form", async () => {
    const [ana, bo] = [newId(), newId()];
    await saveDraft(ana, formKey, { a: ["1"] });
    expect(await loadDraft(bo, formKey)).toBeUndefined();
    expect(await loadDraft(ana, "employee:1")).toBeUndefined();
  });

  it("is not readable in the database and holds no password and no Social Security number", async () => {
    const userId = newId();
    const secrets = { ssn: ["219-09-9999"], "child.ssn": ["219-09-9998"], newPassword: ["pan dulce"] };
    await saveDraft(userId, formKey, { ...secrets, phone: ["615-555-0100"], lessnoise: ["yes"] });
    await saveDraftFields(userId, formKey, secrets);
    const stored = await database.asAdmin((sql) => sql`select * from form_drafts where user_id = ${userId}`);
    expect(JSON.stringify(stored)).not.toContain("615");
    expect((await loadDraft(userId, formKey))?.values).toEqual({ phone: ["615-555-0100"], lessnoise: ["yes"] });
  });

  it("copied to another person's row counts as none", async () => {
    const [ana, bo] = [newId(), newId()];
    await saveDraft(ana, formKey, { phone: ["615-555-0100"] });
    await database.asAdmin((sql) => sql`update form_drafts set user_id = ${bo} where user_id = ${ana}`);
    expect(await loadDraft(bo, formKey)).toBeUndefined();
  });

  it("keeps both of two fields that were saved at the same moment", async () => {
    const userId = newId();
    await saveDraft(userId, formKey, { a: ["0"] });
    await Promise.all([saveDraftFields(userId, formKey, { b: ["1"] }), saveDraftFields(userId, formKey, { c: ["2"] })]);
    expect((await loadDraft(userId, formKey))?.values).toEqual({ a: ["0"], b: ["1"], c: ["2"] });
  });

  it("of a record is left behind when the record has changed, and goes with it", async () => {
    const userId = newId();
    const keyOf = (version: number) => versionedFormKey("employee:1:details", version);
    await saveDraft(userId, keyOf(1), { city: ["Nashville"] });
    await saveDraft(userId, "employee:1:details-vault", { city: ["Franklin"] });
    expect(await loadDraft(userId, keyOf(2))).toBeUndefined();
    await saveDraftFields(userId, keyOf(12), { city: ["Memphis"] });
    expect(await loadDraft(userId, keyOf(1))).toBeUndefined();
    await discardDraft(userId, keyOf(13));
    expect(await loadDraft(userId, keyOf(12))).toBeUndefined();
    expect(await loadDraft(userId, "employee:1:details-vault")).toBeDefined();
  });

  it("has a size limit", async () => {
    const userId = newId();
    const field = (characters: number) => ({ note: Array.from({ length: 20 }, () => "x".repeat(characters / 20)) });
    expect((await saveDraft(userId, formKey, field(190_000))).ok).toBe(true);
    expect(await saveDraft(userId, formKey, field(200_000))).toEqual({
      ok: false,
      problems: [{ code: "draft-too-large" }],
    });
  });

  it.each([
    ["employer-registration", true],
    ["employee:0198c0de-0000-7000-8000-000000000001", true],
    ["", false],
    ["../x", false],
    ["A", false],
    ["a:b:c:d", false],
  ])("%j is a form's name: %s", async (key, yes) => {
    expect(isFormKey(key)).toBe(yes);
  });
});
