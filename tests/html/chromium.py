"""chromium.py: drives Debian's chromium without a window over --remote-debugging-pipe (JSON messages ended by NUL on descriptors 3 and 4).
with Browser() as b: b.open("file:///x.html"); b.js("document.title")"""
import json, os, select, shutil, subprocess, tempfile, time

class Browser:
    def __init__(self, width=1400, height=1000):
        self.profile = tempfile.mkdtemp()
        to_read, self.w = os.pipe()
        self.r, to_write = os.pipe()
        def wire():
            a, b = os.dup(to_read), os.dup(to_write)     # out of the way of 3 and 4
            os.dup2(a, 3); os.dup2(b, 4)
        args = ["chromium", "--headless=new", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run", "--disable-extensions",
                "--disable-background-networking", "--disable-dev-shm-usage", "--hide-scrollbars",
                f"--window-size={width},{height}", f"--user-data-dir={self.profile}", "about:blank"]
        if os.geteuid() == 0: args.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(args, close_fds=False, preexec_fn=wire, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_read); os.close(to_write)
        self.buffer, self.n, self.events, self.session = b"", 0, [], None
        target = next(t for t in self.call("Target.getTargets")["targetInfos"] if t["type"] == "page")
        self.session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)["sessionId"]
        for domain in "Page", "Runtime", "Log", "Network": self.call(domain + ".enable")

    def __enter__(self): return self
    def __exit__(self, *_):
        try: self.session = None; self.call("Browser.close")
        except Exception: self.process.kill()
        self.process.wait(20)
        shutil.rmtree(self.profile, ignore_errors=True)

    def message(self, until):
        while b"\0" not in self.buffer:
            if not select.select([self.r], [], [], max(0, until - time.time()))[0]: raise TimeoutError("chromium does not answer")
            got = os.read(self.r, 1 << 20)
            if not got: raise EOFError("chromium has left")
            self.buffer += got
        one, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(one)

    def call(self, method, timeout=120, **params):
        self.n += 1
        m = {"id": self.n, "method": method, "params": params}
        if self.session: m["sessionId"] = self.session
        data = json.dumps(m).encode() + b"\0"
        while data: data = data[os.write(self.w, data):]
        until = time.time() + timeout
        while True:
            got = self.message(until)
            if got.get("id") == self.n:
                if "error" in got: raise RuntimeError(f"{method}: {got['error']}")
                return got["result"]
            self.events.append(got)

    def wait(self, event, timeout=120):
        until = time.time() + timeout
        while not any(e.get("method") == event for e in self.events): self.events.append(self.message(until))

    def open(self, url):
        """Seconds until the load event. What was heard before is forgotten."""
        self.events = []
        start = time.time()
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")
        return time.time() - start

    def js(self, source):
        got = self.call("Runtime.evaluate", expression=source, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in got: raise RuntimeError(f"{source}: {got['exceptionDetails']}")
        return got["result"].get("value")

    def key(self, key, text=None, code=None):
        extra = {"text": text} if text else {}
        vk = {"Tab": 9, "Enter": 13, "Escape": 27}.get(key, ord(key.upper()) if len(key) == 1 else 0)
        self.call("Input.dispatchKeyEvent", type="keyDown", key=key, code=code or key, windowsVirtualKeyCode=vk, **extra)
        self.call("Input.dispatchKeyEvent", type="keyUp", key=key, code=code or key, windowsVirtualKeyCode=vk)

    def click(self, selector):
        """A real click of the mouse in the middle of the element, brought into view before."""
        x, y = self.js(f"""(() => {{ const e = document.querySelector({json.dumps(selector)}); e.scrollIntoView({{block: "center"}});
            const r = e.getClientRects()[0]; return [r.left + r.width / 2, r.top + r.height / 2]; }})()""")
        for kind in "mousePressed", "mouseReleased":
            self.call("Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1)
        time.sleep(.15)

    def scheme(self, value, media=""):
        self.call("Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": value}])

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=False)

    def picture(self, path):
        import base64
        open(path, "wb").write(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def complaints(self):
        """Console errors and warnings, exceptions, and requests other than for the page itself, seen so far."""
        self.js("1")
        bad = []
        for e in self.events:
            m, p = e.get("method"), e.get("params", {})
            if m == "Runtime.exceptionThrown": bad.append(p["exceptionDetails"].get("text", "") + str(p["exceptionDetails"].get("exception", {}).get("description", "")))
            elif m == "Runtime.consoleAPICalled": bad.append(f"console.{p['type']}: {p['args']}")
            elif m == "Log.entryAdded" and p["entry"]["level"] in ("error", "warning"): bad.append(p["entry"]["text"])
            elif m == "Network.requestWillBeSent" and not p["documentURL"] == p["request"]["url"].split("#")[0]: bad.append("request for " + p["request"]["url"])
            elif m == "Page.javascriptDialogOpening": bad.append("dialog: " + p["message"])
        return bad
