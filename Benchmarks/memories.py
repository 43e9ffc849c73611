"""Made-up memories: seeded, so that two runs measure the same, and with the long tail of real ones.

A segment is a title, a sentence or a few words; its words come from a small written vocabulary and
an invented one without an end; a quarter of the segments are edits of earlier ones, as in every real
memory. Nothing here is meant to be read.

The invented words are drawn after Zipf's law with its two regimes: a core of common words, whose
frequency falls as 1 / rank, and a tail, where it falls as 1 / rank² (R. Ferrer i Cancho, R. V. Solé,
"Two Regimes in the Frequency of Words", 2001). So the vocabulary grows about as the square root of
the text (Heaps' law), as that of real memories does: a memory of French law, software and news had
18,000 forms in 240,000 words, 58,000 in 2.4 million, 171,000 in 24 million, nearly half of them met once.
"""

import random

FRENCH = """
ministère:ministry ministre:minister sommet:summit accord:agreement économie:economy santé:health
règlement:regulation article:article projet:project programme:programme commission:commission
gouvernement:government président:president présidente:president traité:treaty budget:budget
entreprise:company entreprises:companies recherche:research sécurité:safety énergie:energy
transport:transport marché:market marchés:markets contrat:contract conseil:council
députés:members demande:request décision:decision rapport:report mesure:measure mesures:measures
pays:country région:region ville:city école:school hôpital:hospital forêt:forest rivière:river
agriculture:agriculture pêche:fisheries données:data protection:protection emploi:employment
travail:work salaire:wage impôt:tax impôts:taxes banque:bank dette:debt croissance:growth
climat:climate eau:water air:air sol:soil déchets:waste produit:product produits:products
qualité:quality prix:price niveau:level objectif:target résultat:result avis:opinion droit:law
""".split()
VERBS = """
adopte:adopts propose:proposes examine:examines rejette:rejects soutient:supports signe:signs
présente:presents modifie:amends suspend:suspends annonce:announces étudie:studies évalue:assesses
finance:funds contrôle:controls publie:publishes accueillera:will_host demandera:will_request
""".split()
ADJECTIVES = """
européen:European national:national régional:regional nouveau:new durable:sustainable public:public
privé:private commun:common annuel:annual général:general provisoire:provisional fiscal:fiscal
technique:technical social:social numérique:digital industriel:industrial
""".split()
DETERMINERS = ["le:the", "la:the", "les:the", "l’:the", "un:a", "une:a", "ce:this", "chaque:each"]
LINKS = ["de:of", "du:of the", "des:of the", "d’:of", "pour:for", "sur:on", "avec:with", "dans:in",
         "contre:against", "selon:according to", "entre:between", "sans:without", "en:in", "à:at"]
MONTHS = ["janvier:January", "mars:March", "juin:June", "octobre:October", "décembre:December"]
ENDS = [".", ".", ".", ".", " ;", " !", " ?", ""]
ONSETS = "b br c ch cl d f fr g gl gr j l m n p pl pr qu r s st t tr v".split()
VOWELS = "a e é i o u ou an on in eu ai oi".split()
CODAS = ["", "", "", "l", "r", "s", "t", "n", "x", "c", "tion", "ment", "eur", "age", "ité", "isme"]


class Memory:
    """A stream of (source, target), the same for the same seed."""

    def __init__(self, seed: int, core: int = 8_000, tail: float = 0.15):
        """`core`: the number of common words; `tail`: the share of the rare ones among the invented."""
        # The words are those of every seed: queries share them with the memory.
        made = random.Random(1)
        self.words = [w.replace("_", " ").split(":") for w in FRENCH]
        known = {w for w, _ in self.words}
        while len(self.words) < len(known) + core:
            word = "".join(made.choice(ONSETS) + made.choice(VOWELS)
                           for _ in range(made.choice((1, 2, 2, 3)))) + made.choice(CODAS)
            if made.random() < 0.2:
                word = word.capitalize()
            self.words.append((word, word + "e"))
        weights = [1 / (rank + 3) ** 0.95 for rank in range(len(self.words))]
        self.cumulative, total = [], 0.0
        for weight in weights:
            total += weight
            self.cumulative.append(total)
        self.tail = tail
        self.random = random.Random(seed)
        self.drawn: list = []

    def word(self):
        if not self.drawn:
            self.drawn = self.random.choices(self.words, cum_weights=self.cumulative, k=10_000)
        if self.random.random() < self.tail:
            return self.rare(int(len(self.words) / (1 - self.random.random())))
        return self.drawn.pop()

    @staticmethod
    def rare(rank: int):
        """The word of a rank in the tail: always the same one."""
        rest, parts = rank * 0x9E3779B97F4A7C15 % (1 << 64), []
        for letters in (ONSETS, VOWELS) * 3 + (CODAS,):
            rest, letter = divmod(rest, len(letters))
            parts.append(letters[letter])
        word = "".join(parts)
        return (word, word + "e")

    def pick(self, entries):
        return self.random.choice(entries).replace("_", " ").split(":")

    def phrase(self):
        parts = [self.pick(DETERMINERS), self.word()]
        if self.random.random() < 0.35:
            parts.append(self.pick(ADJECTIVES))
        if self.random.random() < 0.5:
            parts += [self.pick(LINKS), self.word()]
        chance = self.random.random()
        if chance < 0.08:
            number = str(self.random.randrange(1, 3_000))
            parts.append((number, number))
        elif chance < 0.12:
            day = str(self.random.randrange(1, 32))
            parts += [(day, day), self.pick(MONTHS)]
        return parts

    def segment(self):
        chance = self.random.random()
        if chance < 0.08:
            parts = [self.word() for _ in range(self.random.randrange(1, 4))]
        else:
            parts = self.phrase()
            if chance > 0.25:
                parts += [self.pick(VERBS)] + self.phrase()
            for _ in range(min(12, int(self.random.expovariate(0.7)))):
                parts += [self.pick(LINKS)] + self.phrase()
        end = self.random.choice(ENDS)
        return parts, end

    def edited(self, parts, most):
        parts = list(parts)
        for _ in range(self.random.randint(1, most)):
            place = self.random.randrange(len(parts))
            chance = self.random.random()
            if chance < 0.5:
                parts[place] = self.word()
            elif chance < 0.75:
                parts.insert(place, self.word())
            elif len(parts) > 1:
                del parts[place]
        return parts

    @staticmethod
    def text(parts, end):
        source = " ".join(p[0] for p in parts).replace("’ ", "’")
        target = " ".join(p[1] for p in parts)
        return (source[:1].upper() + source[1:] + end, target[:1].upper() + target[1:] + end.strip())

    def pairs(self, count: int):
        """So many pairs, a quarter of them edits of earlier segments."""
        kept: list = []
        for number in range(count):
            if kept and self.random.random() < 0.25:
                parts, end = self.random.choice(kept)
                parts = self.edited(parts, 3)
            else:
                parts, end = self.segment()
            if len(kept) < 20_000:
                kept.append((parts, end))
            else:
                kept[number % 20_000] = (parts, end)
            yield self.text(parts, end)


def write(path, seed: int, count: int):
    """A memory as TSV; its first `count` lines are those of every larger one of the seed."""
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        for source, target in Memory(seed).pairs(count):
            file.write(f"{source}\t{target}\n")


def queries(seed: int, sources: list, count: int):
    """Three sets: rewritten segments, new segments of the same kind, short ones with a slip."""
    memory = Memory(seed)
    chance = memory.random
    long = [s for s in sources if len(s.split()) > 3] or sources
    near = []
    for source in (chance.choice(long) for _ in range(count)):
        words = source.split()
        for _ in range(chance.randint(1, max(1, len(words) // 5))):
            place = chance.randrange(len(words))
            words[place:place + chance.randrange(2)] = [memory.word()[0]] * chance.randrange(2)
            if not words:
                words = source.split()
        near.append(" ".join(words))
    fresh = []
    while len(fresh) < count:
        source = memory.text(*memory.segment())[0]
        if len(source.split()) > 3:
            fresh.append(source)
    short = []
    few = sorted({s for s in sources if 4 <= len(s) <= 24}) or sources
    for source in (chance.choice(few) for _ in range(count)):
        place = chance.randrange(len(source) - 1)
        slip = chance.choice(("", source[place] * 2, chance.choice("aeinrst")))
        short.append((source[:place] + slip + source[place + 1:]).strip() or source)
    return {"near": near, "fresh": fresh, "short": short}
