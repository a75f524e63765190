/** Says that 退出登录 was pressed without a network: the server ends the session before it answers anything else. */
export const leavingCookie = "ql-leaving";
