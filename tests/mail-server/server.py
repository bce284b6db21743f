"""A real SMTP server for tests, on loopback: python3 server.py CERTIFICATE KEY USER PASSWORD [PLAIN|LOGIN ...]

Prints 'port N' and then one line of JSON for each message it took. Reads commands, one a line:
  friendly | refuse CODE TEXT | delay SECONDS | drop-before | drop-after
'refuse' answers each recipient with that code; 'delay' waits before it says that it took the letter; 'drop-before' hangs up in the middle of a
conversation, before the letter; 'drop-after' when it has the letter, without an answer.
"""
import asyncio
import json
import ssl
import sys

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    def __init__(self):
        self.mood = ["friendly"]

    async def handle_RCPT(self, server, session, envelope, address, options):
        if self.mood[0] == "refuse":
            return " ".join(self.mood[1:])
        if self.mood[0] == "drop-before":
            server.transport.abort()
            return "421 gone"
        envelope.rcpt_tos.append(address)
        return "250 ok"

    async def handle_DATA(self, server, session, envelope):
        if self.mood[0] == "drop-after":
            server.transport.abort()
            return "421 gone"
        if self.mood[0] == "delay":
            await asyncio.sleep(float(self.mood[1]))
        told = {
            "from": envelope.mail_from,
            "to": envelope.rcpt_tos,
            "raw": envelope.content.decode("utf-8", "replace"),
            "encrypted": session.ssl is not None,
            "signedIn": bool(session.authenticated),
            "login": session.auth_data if isinstance(session.auth_data, str) else None,
        }
        print(json.dumps(told), flush=True)
        return "250 kept"


async def main(certificate, key, user, password, ways):
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, key)
    handler = Handler()

    def authenticate(server, session, envelope, mechanism, data):
        right = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) == (user, password)
        return AuthResult(success=right, handled=False, auth_data=mechanism)

    def conversation():
        return SMTP(handler, hostname="mail.test", tls_context=context, require_starttls=True, authenticator=authenticate, auth_required=True,
                    auth_require_tls=True, auth_exclude_mechanism=[w for w in ("PLAIN", "LOGIN") if ways and w not in ways])

    loop = asyncio.get_running_loop()
    server = await loop.create_server(conversation, "127.0.0.1", 0)
    print("port", server.sockets[0].getsockname()[1], flush=True)
    commands = asyncio.StreamReader()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(commands), sys.stdin)
    while line := await commands.readline():
        handler.mood = line.decode().split()
        print("mood", handler.mood[0], flush=True)


asyncio.run(main(*sys.argv[1:5], sys.argv[5:]))
