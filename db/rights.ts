type Right = "select" | "insert" | "update" | "delete";

const read: readonly Right[] = ["select"];
const append: readonly Right[] = ["select", "insert"];
const change: readonly Right[] = ["select", "insert", "update"];
const everything: readonly Right[] = ["select", "insert", "update", "delete"];

/** What the application role may do with each tenant table. Which rows it sees is the policies' matter. */
export const tenantTableRights: Readonly<Record<string, readonly Right[]>> = {
  audit_log: append,
  benefit_applications: change,
  benefit_offers: everything,
  dependents: change,
  election_members: append,
  elections: change,
  eligibility_determinations: append,
  employees: change,
  employer_memberships: change,
  employers: change,
  enrollment_events: change,
  form_drafts: everything,
  group_submissions: append,
  invitations: change,
  /** Under policies too, though not of one business: anybody may queue a mail, only the worker reads it. */
  mail_messages: ["insert"],
  offer_scenarios: everything,
  policies: change,
  tax_credit_answers: change,
  /** A file holds people of several businesses: only the worker's and operators' doors open it. */
  transmissions: [],
};

/** Tables without row-level security: what the application role may do, and why no business owns the rows. */
export const sharedTables: Readonly<Record<string, { readonly rights: readonly Right[]; readonly reason: string }>> = {
  business_rules: { rights: read, reason: "Filed by insurers, the same for everybody." },
  catalog_versions: { rights: read, reason: "Which plan data was imported when." },
  control_numbers: { rights: [], reason: "X12 counters for each insurer; the worker's door only." },
  counties: { rights: read, reason: "Public geography." },
  county_rating_areas: { rights: read, reason: "Public geography." },
  ein_registry: { rights: append, reason: "An EIN is unique across businesses; holds a key and a tenant id only." },
  email_tokens: { rights: everything, reason: "Followed by somebody who is not signed in; hashes only." },
  geo_versions: { rights: read, reason: "Which geography was imported when." },
  import_refusals: { rights: [], reason: "Defects of plan files; operators only." },
  installation: { rights: read, reason: "Facts about this installation." },
  invitation_registry: { rights: append, reason: "A link is looked up before its business is known; hashes only." },
  issuers: { rights: read, reason: "Insurers are the same for everybody." },
  networks: { rights: read, reason: "Filed by insurers, the same for everybody." },
  operators: { rights: read, reason: "Staff of the marketplace belong to no business." },
  plan_benefits: { rights: read, reason: "Filed by insurers, the same for everybody." },
  plans: { rights: read, reason: "Filed by insurers, the same for everybody." },
  policy_registry: {
    rights: append,
    reason: "A policy id is unique across businesses; holds a key and a tenant id only.",
  },
  quotes: {
    rights: everything,
    reason: "A visitor's prices, before there is a business; token hashes and text that the application has sealed.",
  },
  rate_limits: { rights: everything, reason: "Counts attempts before anybody is known; hashed keys only." },
  rate_sheets: { rights: read, reason: "Filed by insurers, the same for everybody." },
  service_area_counties: { rights: read, reason: "Filed by insurers, the same for everybody." },
  service_areas: { rights: read, reason: "Filed by insurers, the same for everybody." },
  sessions: { rights: everything, reason: "Looked up before anybody is known; token hashes only." },
  users: { rights: change, reason: "One person may belong to several businesses." },
  zip_counties: { rights: read, reason: "Public geography." },
};
