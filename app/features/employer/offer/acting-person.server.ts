/** Who acts for which business, as the guard found them. */
export type EmployerAct = {
  readonly employerId: string;
  readonly userId: string;
  readonly actorName: string;
};
