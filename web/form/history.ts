// Undo and redo. Everything between begin() and end() of a gesture is one step,
// and so are changes of the same field, until endRun().

// Enough for an afternoon.
const MAXIMUM_STEPS = 200;

export class History<State> {
  #undo: State[] = [];
  #redo: State[] = [];
  #gesture: { state: State } | undefined;
  #run: string | undefined;

  get canUndo(): boolean {
    return this.#undo.length > 0;
  }

  get canRedo(): boolean {
    return this.#redo.length > 0;
  }

  /** How things were before the gesture in progress. */
  get gestureStart(): State | undefined {
    return this.#gesture?.state;
  }

  /** How things were before the gesture in progress, or before the run that a change of `path` goes on with. */
  startOf(path: string): State | undefined {
    if (this.#gesture) return this.#gesture.state;
    return this.#continues(path) ? this.#undo.at(-1) : undefined;
  }

  /** What the last step changed. */
  get last(): State | undefined {
    return this.#undo.at(-1);
  }

  /** To be called with the present before it changes. `path`: of the field, if it is one alone. */
  beforeChange(present: State, path?: string): void {
    if (this.#gesture) return;
    const continues = this.#continues(path);
    this.#run = path;
    if (continues) return;
    this.#undo.push(present);
    if (this.#undo.length > MAXIMUM_STEPS) this.#undo.shift();
    this.#redo = [];
  }

  /** The next change is a step of its own. */
  endRun(): void {
    this.#run = undefined;
  }

  beginGesture(present: State): void {
    this.#gesture ??= { state: present };
  }

  endGesture(changed: (start: State) => boolean): void {
    const gesture = this.#gesture;
    this.#gesture = undefined;
    if (gesture && changed(gesture.state)) this.beforeChange(gesture.state);
  }

  /** Answers what to go back to: as if nothing had been touched. */
  cancelGesture(): State | undefined {
    const gesture = this.#gesture;
    this.#gesture = undefined;
    return gesture?.state;
  }

  undo(present: State): State | undefined {
    return this.#move(this.#undo, this.#redo, present);
  }

  redo(present: State): State | undefined {
    return this.#move(this.#redo, this.#undo, present);
  }

  forget(): void {
    this.#undo = [];
    this.#redo = [];
    this.#run = undefined;
  }

  #continues(path: string | undefined): boolean {
    return path !== undefined && path === this.#run;
  }

  #move(from: State[], to: State[], present: State): State | undefined {
    if (this.#gesture || !from.length) return undefined;
    to.push(present);
    this.#run = undefined;
    return from.pop();
  }
}
