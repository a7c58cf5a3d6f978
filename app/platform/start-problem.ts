/** Something in the surroundings keeps the program from working. The message is for whoever starts it and says what to do. */
export class StartProblem extends Error {
  override readonly name = "StartProblem";
}
