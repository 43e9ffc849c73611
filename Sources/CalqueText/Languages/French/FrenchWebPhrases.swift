extension French {
  package static let webPhrases = WebPhrases(
    beginnings: [
      "lire aussi", "a lire aussi", "lire egalement", "a lire egalement", "voir aussi",
      "a voir aussi", "lire la suite", "pour aller plus loin :", "a lire :", "lire :",
      "ecouter aussi", "sur le meme sujet", "abonnez-vous", "s'abonner", "deja abonne",
      "inscrivez-vous a la newsletter", "recevez notre newsletter",
      "cet article est reserve aux abonnes", "il vous reste ", "nous utilisons des cookies",
      "ce site utilise des cookies", "en poursuivant votre navigation",
    ],
    whole: [
      "publicite", "partager", "partager cet article", "newsletter", "commentaires",
      "tout accepter", "tout refuser",
    ])
}
