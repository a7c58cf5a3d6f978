import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readEnvelopes } from "~/domain/x12/reading/envelope-reader";
import { submitGroupEnrollment } from "~/features/enrollment/submit-group-enrollment.command.server";
import { buildClaimed, buildTransmissions, claimForIssuer } from "~/features/issuers/build-transmission.command.server";
import {
  deliverTransmissions,
  recordDelivery,
  takeForDelivery,
} from "~/features/issuers/deliver-transmissions.command.server";
import { useTestDatabase } from "~/platform/testing/test-database";
import {
  type EnrolledGroup,
  insertCatalog,
  insertEnrolledGroup,
  type Person,
  signedByOwner,
} from "~db/testing/enrolled-group";
import { useInsurerFolder } from "~db/testing/insurer-folder";
import { transmitEnrollments } from "./transmit-enrollments.server";

const database = useTestDatabase({ poolSize: 6 });
const folder = useInsurerFolder();
const issuers = ["99201", "99202"] as const;
let catalogVersionId = 0;

beforeAll(async () => {
  catalogVersionId = await database.asAdmin((admin) => insertCatalog(admin, issuers));
});

beforeEach(async () => {
  await database.asAdmin((admin) => admin`truncate enrollment_events, transmissions`);
});

async function submittedGroup(people: readonly Person[], issuerId: string = issuers[0]): Promise<EnrolledGroup> {
  const group = await database.asAdmin((admin) => insertEnrolledGroup(admin, { catalogVersionId, issuerId, people }));
  const result = await submitGroupEnrollment(signedByOwner(group));
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return group;
}

type EventRow = {
  event_id: string;
  policy_id: string;
  state: string;
  transmission_id: string | null;
  problems: unknown[];
};

function events(): Promise<EventRow[]> {
  return database.asAdmin(
    (admin) =>
      admin<
        EventRow[]
      >`select event_id, policy_id, state, transmission_id, problems from enrollment_events order by event_id`,
  );
}

async function states(): Promise<string[]> {
  return (await events()).map((event) => event.state).sort();
}

const three: readonly Person[] = [
  { answer: "elects-family", ssn: "219099091", childSsn: "219099092" },
  { answer: "elects" },
  { answer: "elects" },
];

describe("waiting enrollments", () => {
  it("go to their insurer in one file, one transaction set each, with the numbers the database does not show", async () => {
    await submittedGroup(three);
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.built).toMatchObject([{ issuerId: "99201", eventCount: 3, invalidCount: 0 }]);
    expect(run.deliveries).toMatchObject([{ outcome: { kind: "delivered" } }]);
    const [name = ""] = await folder.names();
    expect(name).toMatch(/^834_99201_S_I_\d{8}_\d{9}_P\.edi$/);
    const bytes = await readFile(folder.path(name), "latin1");
    expect(bytes).toContain("219099091");
    expect(bytes).toContain("219099092");
    expect(await states()).toEqual(["sent", "sent", "sent"]);
    expect((await folder.policies()).sort()).toEqual((await events()).map((event) => event.policy_id).sort());
    const stored = await database.asAdmin(
      (admin) =>
        admin`select sealed_bytes, sha256, state, (select json_agg(e) from enrollment_events e)::text as events from transmissions`,
    );
    expect(stored).toMatchObject([
      { state: "delivered", sha256: createHash("sha256").update(bytes, "latin1").digest("hex") },
    ]);
    expect(String(stored[0]?.["events"])).not.toContain("219099091");
    expect(Buffer.from(stored[0]?.["sealed_bytes"]).includes("219099091")).toBe(false);
    expect(Buffer.from(stored[0]?.["sealed_bytes"]).includes("ISA*")).toBe(false);
  });

  it("go to two insurers in two files, and a second run sends nothing more", async () => {
    await submittedGroup(three, issuers[0]);
    await submittedGroup(three, issuers[1]);
    await transmitEnrollments({ delivery: folder.delivery() });
    expect((await folder.names()).map((name) => name.slice(0, 9))).toEqual(["834_99201", "834_99202"]);
    const again = await transmitEnrollments({ delivery: folder.delivery() });
    expect(again).toEqual({ built: [], deliveries: [] });
    expect(await folder.names()).toHaveLength(2);
  });

  it("never share a control number, from file to file", async () => {
    for (let round = 0; round < 3; round += 1) {
      await submittedGroup(three);
      await transmitEnrollments({ delivery: folder.delivery() });
    }
    const interchanges = (await folder.texts()).flatMap((text) => readEnvelopes(text).interchanges);
    const groups = interchanges.flatMap((one) => one.groups);
    const sets = groups.flatMap((group) => group.transactions);
    for (const numbered of [interchanges, groups, sets]) {
      expect(new Set(numbered.map((one) => one.controlNumber)).size).toBe(numbered.length);
    }
    expect([interchanges.length, sets.length]).toEqual([3, 9]);
  });

  it("are each sent exactly once by workers that run at the same time", async () => {
    for (let index = 0; index < 4; index += 1) await submittedGroup(three, issuers[index % 2]);
    await Promise.all(Array.from({ length: 5 }, () => transmitEnrollments({ delivery: folder.delivery() })));
    await transmitEnrollments({ delivery: folder.delivery() });
    const sent = await folder.policies();
    expect(sent.sort()).toEqual((await events()).map((event) => event.policy_id).sort());
    expect(new Set(await states())).toEqual(new Set(["sent"]));
    expect((await folder.names()).every((name) => name.endsWith(".edi"))).toBe(true);
  });
});

describe("a worker that dies", () => {
  it("after it has claimed leaves the events to the next one, once its lease has run out", async () => {
    await submittedGroup(three);
    const dead = await claimForIssuer(issuers[0], { leaseSeconds: 1 });
    expect(await buildTransmissions()).toEqual([]);
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(await buildTransmissions()).toMatchObject([{ eventCount: 3 }]);
    // The first worker wakes up again: nothing is its own any more.
    const late = dead && (await buildClaimed(issuers[0], dead));
    expect(late).toMatchObject({ transmissionId: null, eventCount: 0 });
    expect(await database.asAdmin((admin) => admin`select * from transmissions`)).toHaveLength(1);
  });

  it("between storing and delivering leaves the stored bytes, and the next run sends exactly those", async () => {
    await submittedGroup(three);
    const [report] = await buildTransmissions();
    expect(report?.eventCount).toBe(3);
    expect(await states()).toEqual(["batched", "batched", "batched"]);
    const [before] = await database.asAdmin((admin) => admin`select sha256 from transmissions`);
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.built).toEqual([]);
    expect(await states()).toEqual(["sent", "sent", "sent"]);
    const [name = ""] = await folder.names();
    const arrived = createHash("sha256")
      .update(await readFile(folder.path(name)))
      .digest("hex");
    expect(arrived).toBe(before?.["sha256"]);
  });

  it("between delivering and recording delivers nothing twice", async () => {
    await submittedGroup(three);
    await buildTransmissions();
    await deliverTransmissions({ delivery: folder.delivery() });
    await database.asAdmin(async (admin) => {
      await admin`update enrollment_events set state = 'batched', sent_at = null`;
      await admin`update transmissions set state = 'built', delivered_at = null`;
    });
    expect(await deliverTransmissions({ delivery: folder.delivery() })).toMatchObject([
      { outcome: { kind: "delivered" } },
    ]);
    expect(await folder.names()).toHaveLength(1);
    expect(await states()).toEqual(["sent", "sent", "sent"]);
  });

  it("is not mistaken for one that is only kept waiting by another's look at the file", async () => {
    await submittedGroup(three);
    const [report] = await buildTransmissions();
    const lease = { token: "0198f3a1-0000-7000-8000-000000000003", seconds: 60 };
    const file = await takeForDelivery(report?.transmissionId ?? "", lease);
    if (!file) throw new Error("nobody holds the file");
    const { recording } = await database.asAdmin((admin) =>
      admin.begin(async (sql) => {
        await sql`select 1 from transmissions for update`;
        const started = recordDelivery(file, lease);
        await sql`select pg_sleep(0.3)`;
        return { recording: started };
      }),
    );
    expect(await recording).toBe(true);
    expect(await states()).toEqual(["sent", "sent", "sent"]);
  });

  it("and wakes up after another took over cannot record the delivery", async () => {
    await submittedGroup(three);
    const [report] = await buildTransmissions();
    const transmissionId = report?.transmissionId ?? "";
    const slow = { token: "0198f3a1-0000-7000-8000-000000000001", seconds: 0 };
    const quick = { token: "0198f3a1-0000-7000-8000-000000000002", seconds: 60 };
    const file = await takeForDelivery(transmissionId, slow);
    expect(file).toBeDefined();
    expect(await takeForDelivery(transmissionId, quick)).toBeDefined();
    expect(await takeForDelivery(transmissionId, slow)).toBeUndefined();
    expect(file && (await recordDelivery(file, slow))).toBe(false);
    expect(await states()).toEqual(["batched", "batched", "batched"]);
    expect(file && (await recordDelivery(file, quick))).toBe(true);
    expect(await states()).toEqual(["sent", "sent", "sent"]);
  });
});

describe("what cannot be sent", () => {
  it("is set aside with its reason, and its neighbours go", async () => {
    await submittedGroup(three);
    const [first] = await events();
    await database.asAdmin(
      (admin) => admin`update enrollment_events set payload = jsonb_set(payload, '{employer,ein}', '"000000000"')
                       where event_id = ${first?.event_id ?? ""}`,
    );
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.built).toMatchObject([{ eventCount: 2, invalidCount: 1 }]);
    const invalid = (await events()).filter((event) => event.state === "invalid");
    expect(invalid.map((event) => event.event_id)).toEqual([first?.event_id]);
    expect(JSON.stringify(invalid[0]?.problems)).toContain("event-content-changed");
    expect(await folder.policies()).toHaveLength(2);
  });

  it("because a Social Security number was moved from another row is set aside, and its neighbours go", async () => {
    const group = await submittedGroup([...three, { answer: "elects", ssn: "219099093" }]);
    await database.asAdmin(
      (
        admin,
      ) => admin`update employees set ssn_sealed = (select ssn_sealed from employees where employee_id = ${group.employeeIds[0] ?? ""})
                       where employee_id = ${group.employeeIds[3] ?? ""}`,
    );
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.built).toMatchObject([{ eventCount: 3, invalidCount: 1 }]);
    const invalid = (await events()).filter((event) => event.state === "invalid");
    expect(invalid[0]?.problems).toMatchObject([
      { code: "event-ssn-unreadable", params: { memberId: group.employeeIds[3] } },
    ]);
  });

  it("holds back the later events of its own policy, and of no other", async () => {
    await submittedGroup(three);
    const [first] = await events();
    await database.asAdmin(async (admin) => {
      await admin`update enrollment_events set state = 'invalid' where event_id = ${first?.event_id ?? ""}`;
      await admin`insert into enrollment_events (employer_id, event_id, policy_id, version, kind, issuer_id, employee_id,
                    effective_on, payload, content_hash, problems)
                  select employer_id, gen_random_uuid(), policy_id, 2, kind, issuer_id, employee_id, effective_on, payload,
                    content_hash, '[]' from enrollment_events where event_id = ${first?.event_id ?? ""}`;
    });
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.built).toMatchObject([{ eventCount: 2 }]);
    expect(await states()).toEqual(["invalid", "ready", "sent", "sent"]);
    expect(await buildTransmissions()).toEqual([]);
  });

  it("because the stored file no longer opens stays stored, and other insurers get theirs", async () => {
    await submittedGroup(three);
    const [damaged] = await buildTransmissions();
    await database.asAdmin(
      (
        admin,
      ) => admin`update transmissions set sealed_bytes = set_byte(sealed_bytes, 40, 255 - get_byte(sealed_bytes, 40))
                       where transmission_id = ${damaged?.transmissionId ?? ""}`,
    );
    await submittedGroup(three, issuers[1]);
    const run = await transmitEnrollments({ delivery: folder.delivery() });
    expect(run.deliveries[0]).toMatchObject({ outcome: { kind: "failed", failure: "content-damaged" } });
    expect((await folder.names()).map((name) => name.slice(0, 9))).toEqual(["834_99202"]);
    expect((await states()).filter((state) => state === "sent")).toHaveLength(3);
  });

  it("stays stored while the folder refuses it, later files of that insurer wait, and other insurers get theirs", async () => {
    await submittedGroup(three);
    const [blocked] = await buildTransmissions();
    await submittedGroup(three);
    await submittedGroup(three, issuers[1]);
    await buildTransmissions();
    const [row] = await database.asAdmin(
      (admin) =>
        admin<
          { file_name: string }[]
        >`select file_name from transmissions where transmission_id = ${blocked?.transmissionId ?? ""}`,
    );
    const taken = folder.path(row?.file_name ?? "");
    await writeFile(taken, "somebody else's");
    const reports = await deliverTransmissions({ delivery: folder.delivery() });
    expect(reports.map(({ outcome }) => outcome.kind)).toEqual(["failed", "delivered"]);
    expect((await folder.names()).map((name) => name.slice(0, 9))).toEqual(["834_99201", "834_99202"]);
    await rm(taken);
    const retried = await deliverTransmissions({ delivery: folder.delivery() });
    expect(retried.map(({ outcome }) => outcome.kind)).toEqual(["delivered", "delivered"]);
    expect(new Set(await states())).toEqual(new Set(["sent"]));
  });
});
