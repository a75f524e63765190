/** Nothing: without it the build would take the project's own, which opens a town. */
export function register() {}
