#!/usr/bin/python3
"""A whole short form typed on a keyboard, and a crash in the middle of one.

keyboard_session.py complete|crash BINARIES

Starts a screen of its own (Xvfb, openbox), the desktop program on an empty study, and sends real keys only.
What the study then holds is read with the command line. Exit 0: as typed; 1: not; 77: no Xvfb, openbox or
xdotool here.
"""
import glob, json, os, shutil, signal, subprocess, sys, tempfile, time

# Question, what is typed before Enter, what must be stored. A line without a question only sends keys.
# "+F6" is a key, anything else is typed.
SHORT_FORM = [
    # 1. Passage. cons_province comes later: it opens with the shelter.
    ("ent_date", ["05/01/2015"], "2015-01-05"),
    ("ent_enqueteur", ["E. Fictive"], "E. Fictive"),
    ("ent_mode", ["1"], "visite"),
    ("ent_type", ["1"], "osc"),
    ("cons_participation", ["o"], "oui"),
    ("cons_partage", ["1"], "oui"),
    ("cons_annuaire", ["n"], "non"),
    # 2. Identity
    ("id_nom_fr", [], "Association Clavier (fictive)"),
    ("id_nom_ar", ["جمعية"], "جمعية"),
    ("id_sigle", ["ACF ; Clavier"], "ACF ; Clavier"),
    ("id_categorie", ["migr"], "migrants"),
    ("id_statut", ["1"], "assoc_declaree"),
    ("id_annee_creation", ["1998"], "1998"),
    ("id_recepisse", ["1"], "definitif"),
    ("id_recepisse_date", ["avr. 2014"], "2014-04-01"),
    ("id_tutelle", ["2", "3"], "entraide solidarite"),
    ("id_province", ["fes"], "fes"),
    ("id_adresse", ["12, rue Fictive"], "12, rue Fictive"),
    ("id_tel", ["+212 5 00 00 00 00"], "+212 5 00 00 00 00"),
    ("id_email", ["+F7"], "refus"),
    ("id_responsable", ["R. Fictive"], "R. Fictive"),
    # 3. Mandate
    ("dom_mission", ["Accueillir et orienter."], "Accueillir et orienter."),
    ("dom_prerogatives", ["1", "4"], "accueil accompagnement"),
    ("dom_domaines", ["3", "5"], "migration_asile acces_droits"),
    ("dom_principal", ["migration"], "migration_asile"),
    ("dom_mode", ["1"], "directe"),
    ("dom_approches", ["1", "2"], "droits victime"),
    # 4. Territory
    ("ter_echelle", ["3"], "regionale"),
    ("ter_provinces", ["fes", "+Return", "sefr", "+Return"], "fes sefrou"),
    ("pub_groupes", ["1", "7"], "femmes_violence migrants_irreg"),
    ("pub_sexe_age", ["1", "2"], "femmes hommes"),
    ("pub_irreguliers", ["1"], "inconditionnel"),
    ("pub_exclusions", ["1"], "aucune"),
    ("pub_total", ["1 250"], "1250"),
    # 6 to 8. Means
    ("rh_salaries", ["0"], "0"),
    ("fin_budget", ["1 250 000,5"], "1250000.5"),
    ("acc_outils", ["1", "2"], "fiche_accueil eval_besoins"),
    ("acc_reinsertion", ["1"], "formation_pro"),
    # 9 to 13. Services
    ("abr_offre", ["1"], "direct"),
    ("abr_autorisation", ["1"], "oui"),
    ("abr_places", ["12"], "12"),
    ("med_offre", ["3"], "orientation"),
    ("psy_offre", ["1"], "direct"),
    ("jur_offre", ["+F6"], "nsp"),
    ("tra_position", ["2"], "ponctuel"),
    ("tra_nombre", ["4"], "4"),
    ("tra_services", ["1", "4"], "abri juridique"),
    ("tra_services_possibles", ["0"], ""),
    ("tra_volonte", ["1"], "deliberation"),
    # 14. Links: a row of the table, cell after cell; Ctrl+Enter leaves it.
    ("rg_liens", ["+ctrl+Insert"], None),
    ("rg_liens.lien_acteur", ["Réseau Fictif"], "Réseau Fictif"),
    ("rg_liens.lien_type", ["o"], "osc"),
    ("rg_liens.lien_nature", ["1", "2"], "ref_recu ref_envoye"),
    ("rg_liens.lien_forme", ["2"], "verbale"),
    (None, ["+ctrl+Return"], None),
    ("coo_reseaux", ["Réseau Fictif"], "Réseau Fictif"),
    # 15. Programmes and balance
    ("rg_programmes", ["+ctrl+Insert"], None),
    ("rg_programmes.prg_nom", ["Programme Fictif"], "Programme Fictif"),
    ("rg_programmes.prg_etat", ["1"], "en_cours"),
    ("rg_programmes.prg_services", ["1", "2"], "abri medical"),
    (None, ["+ctrl+Return"], None),
    ("bil_forces", ["1", "2"], "equipe proximite"),
    ("bil_difficultes", ["1", "2"], "financement personnel"),
    ("bil_besoins", ["1", "3"], "financement formation"),
    # Back to what the shelter opened in section 1.
    (None, ["+ctrl+Down"], None),
    ("cons_province", ["1"], "oui"),
]
STATES = {"refus", "nsp"}
NAME = "Association Clavier (fictive)"


class Refused(Exception):
    pass


def activity(process):
    """Processor time used so far by all threads, and whether one of them has work at hand."""
    used, busy = 0, False
    for path in glob.glob(f"/proc/{process.pid}/task/*/stat"):
        try:
            with open(path) as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:  # the thread has just ended
            busy = True
            continue
        used += int(fields[11]) + int(fields[12])
        busy |= fields[0] in "RD"
    return used, busy


class Desktop:
    """A screen, a window manager and the program, in a home of their own."""

    def __init__(self, binaries, home):
        self.binaries, self.home, self.running = binaries, home, []
        self.study = os.path.join(home, "etude.osc")
        seen, told = os.pipe()
        self.start(["Xvfb", "-displayfd", str(told), "-screen", "0", "1280x720x24", "-noreset"], pass_fds=[told])
        os.close(told)
        with os.fdopen(seen) as number:
            display = ":" + number.readline().strip()
        self.environment = dict(
            os.environ, DISPLAY=display, HOME=home, XDG_DATA_HOME=home, XDG_CONFIG_HOME=home,
            XDG_RUNTIME_DIR=home, CARTOSC_INSTANCE="clavier" + display, QT_QPA_PLATFORM="xcb",
            TZ="Africa/Casablanca", LC_ALL="C.UTF-8", CARTOSC_THEME="light")
        self.environment.pop("WAYLAND_DISPLAY", None)
        self.start(["openbox", "--sm-disable"], env=self.environment)
        self.wait_until(lambda: subprocess.run(["xdotool", "get_desktop"], env=self.environment,
                                               capture_output=True).returncode == 0)
        # Letters of two alphabets, as on the consultant's machine: xdotool then remaps no key while typing.
        subprocess.run(["setxkbmap", "fr,ara"], env=self.environment, check=False)

    def start(self, command, **options):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, **options)
        self.running.append(process)
        return process

    @staticmethod
    def wait_until(holds, seconds=60):
        limit = time.monotonic() + seconds
        while not holds():
            if time.monotonic() > limit:
                raise Refused("the screen is not ready")
            time.sleep(0.05)

    def settle(self, seconds=60):
        """Until the program and its screen have done all that was asked of them: on a slow machine too, what is
        typed next then finds its window and its field."""
        limit = time.monotonic() + seconds
        calm, before = 0, None
        while calm < 5:
            now = [activity(process) for process in self.running if process.poll() is None]
            calm = calm + 1 if now == before and not any(busy for _, busy in now) else 0
            before = now
            if time.monotonic() > limit:
                raise Refused("the program never rests")
            time.sleep(0.04)

    def stop(self):
        for process in reversed(self.running):
            if process.poll() is None:
                process.terminate()
        for process in self.running:
            process.wait(10)

    def cli(self, *arguments):
        done = subprocess.run([os.path.join(self.binaries, "cartosc-cli"), *arguments], env=self.environment,
                              capture_output=True, text=True)
        if done.returncode != 0:
            raise Refused(f"{arguments[0]}: {done.stderr.strip()}")
        return done.stdout

    def open(self):
        program = self.start([os.path.join(self.binaries, "cartosc"), self.study], env=self.environment)
        # The window may be replaced while it opens: it is found again until it takes the keyboard.
        self.wait_until(lambda: subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", "etude – CartOSC", "windowactivate", "--sync"],
            env=self.environment, capture_output=True, timeout=20).returncode == 0)
        self.settle()
        return program

    def close(self, program):
        """By the window's own cross, as a person would."""
        self.keys("+alt+F4")
        if program.wait(60) != 0:
            raise Refused(f"the program ended with {program.returncode}")

    def tool(self, *arguments):
        subprocess.run(["xdotool", *arguments], env=self.environment, check=True, stdout=subprocess.DEVNULL,
                       timeout=20)

    def keys(self, *typed):
        for each in typed:
            if each.startswith("+") and not each.startswith("+2"):
                self.tool("key", "--clearmodifiers", each[1:])
            else:
                # xdotool changes the keyboard for letters it lacks: the program must have read what precedes.
                foreign = not each.isascii()
                if foreign:
                    self.settle()
                self.tool("type", "--delay", "60" if foreign else "8", "--", each)
                if foreign:
                    self.settle()

    def remembers(self, question):
        """Whether the place of the caret is written among the settings."""
        for path in glob.glob(os.path.join(self.home, "**", "*.conf"), recursive=True):
            with open(path) as settings:
                if any(line.strip().endswith("=" + question) for line in settings):
                    return True
        return False

    def create_actor(self):
        self.keys("+ctrl+n")
        self.settle()
        self.keys(NAME, "+Return")
        self.settle()

    def short_form(self):
        self.keys("+F9")
        self.settle()

    def fill(self, lines):
        for question, typed, _ in lines:
            self.keys(*typed)
            if question and not typed[-1:] == ["+F6"] and not typed[-1:] == ["+F7"] and typed != ["+ctrl+Insert"]:
                self.keys("+Return")

    def record(self):
        records = json.loads(self.cli("actors", self.study, "--json"))
        if len(records) != 1:
            raise Refused(f"{len(records)} actors instead of one")
        return json.loads(self.cli("record", self.study, records[0]["id"], "--json"))


def stored(record, question):
    if "." in question:
        repeat, cell = question.split(".")
        rows = record["repeats"].get(repeat, [])
        return rows[0].get(cell) if len(rows) == 1 else None
    for passage in record["passages"]:
        if question in passage["answers"]:
            return passage["answers"][question]
    return record["answers"].get(question)


def text_of(answer):
    if answer is None:
        return None
    if isinstance(answer, dict):
        return answer["state"] if answer["state"] in STATES else answer["value"]
    return answer


def differences(record, lines):
    wrong = []
    for question, _, expected in lines:
        if question is None or expected is None:
            continue
        found = text_of(stored(record, question))
        if found != expected:
            wrong.append(f"{question}: typed {expected!r}, stored {found!r}")
    return wrong


def complete(desktop):
    program = desktop.open()
    desktop.create_actor()
    desktop.short_form()
    desktop.fill(SHORT_FORM)
    desktop.settle()
    desktop.close(program)
    asked = sum(1 for question, _, expected in SHORT_FORM if question and expected is not None)
    wrong = differences(desktop.record(), SHORT_FORM)
    if asked != 61:
        wrong.append(f"{asked} questions typed instead of 61")
    return wrong


def crash(desktop):
    """Killed while a field is being typed: the answers before it are there, and the next start goes on."""
    at = [line[0] for line in SHORT_FORM].index("dom_mission")
    before, typed_now = SHORT_FORM[:at], SHORT_FORM[at]
    program = desktop.open()
    desktop.create_actor()
    desktop.short_form()
    desktop.fill(before)
    desktop.wait_until(lambda: desktop.remembers("dom_mission"))
    desktop.keys("Accueillir et ori")
    program.send_signal(signal.SIGKILL)
    program.wait()
    wrong = differences(desktop.record(), before)
    # Nothing is asked at the next start: the first keys go to the field that was being typed.
    program = desktop.open()
    desktop.fill([typed_now])
    desktop.settle()
    desktop.close(program)
    return wrong + differences(desktop.record(), before + [typed_now])


def main():
    if not all(shutil.which(name) for name in ("Xvfb", "openbox", "xdotool", "setxkbmap")):
        print("Xvfb, openbox, xdotool or setxkbmap is missing")
        return 77
    what, binaries = sys.argv[1:3]
    home = tempfile.mkdtemp(prefix="clavier")
    desktop = Desktop(binaries, home)
    began = time.monotonic()
    try:
        desktop.cli("new", desktop.study)
        wrong = {"complete": complete, "crash": crash}[what](desktop)
    finally:
        if os.environ.get("CLAVIER_PHOTO"):
            subprocess.run(["import", "-window", "root", os.environ["CLAVIER_PHOTO"]], env=desktop.environment)
        desktop.stop()
        shutil.rmtree(home, ignore_errors=True)
    for line in wrong:
        print(line)
    print(f"{what}: {len(wrong)} differences, {time.monotonic() - began:.1f} s")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
