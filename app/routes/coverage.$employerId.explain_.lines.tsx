/** What the page of an explanation says, for showing it beside its figure. */
export { loader } from "./coverage.$employerId.explain";
