/**
 * Says that 退出登录 was pressed without a network: the server ends the session before it answers anything else. Over
 * https it bears `__Host-`, so that no neighbour of this host can set it.
 */
export const leavingCookie = (secure: boolean): string => (secure ? "__Host-ql-leaving" : "ql-leaving");
